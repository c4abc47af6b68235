// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// The real program as a child process, and plain requests to it.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const secret = 'for the contract only';

export class Exchange {
  constructor(child, port, folder) {
    Object.assign(this, { child, port, folder, tokens: new Map() });
  }

  static start(program, options = []) {
    const folder = mkdtempSync(join(tmpdir(), 'yichuang-contract-'));
    const child = spawn(program, ['--listen', '127.0.0.1:0', '--data', folder, '--seed-demo', '60', ...options],
      { env: { ...process.env, YICHUANG_DEMO_SECRET: secret }, stdio: ['ignore', 'pipe', 'inherit'] });
    // A failing check ends this program; the exchange must not outlive it.
    process.on('exit', () => { child.kill('SIGKILL'); });
    return new Promise((resolve, reject) => {
      let said = '';
      child.stdout.on('data', (data) => {
        said = (said + data).slice(-4096);
        const match = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(said);
        if (match) resolve(new Exchange(child, Number(match[1]), folder));
      });
      child.on('exit', (code) => reject(new Error(`the exchange ended with ${code}: ${said}`)));
    });
  }

  async stop() {
    const ended = new Promise((resolve) => { this.child.on('exit', resolve); });
    this.child.kill('SIGTERM');
    const code = await ended;
    rmSync(this.folder, { recursive: true, force: true });
    if (code !== 0) throw new Error(`the exchange ended with ${code}`);
  }

  /** Runs a statement on the database file, as an administrator with a shell could. */
  sql(statement) {
    const script = 'import json,sqlite3,sys\nd=sqlite3.connect(sys.argv[1],timeout=10)\n'
      + 'print(json.dumps(d.execute(sys.argv[2]).fetchall()))\nd.commit()';
    return JSON.parse(execFileSync('python3', ['-c', script, join(this.folder, 'exchange.db'), statement]).toString());
  }

  request(method, path, { token, body, media, headers = {}, declaredLength } = {}) {
    const all = { ...headers };
    if (token) all.Authorization = `Bearer ${token}`;
    const bytes = body === undefined ? undefined : (Buffer.isBuffer(body) || typeof body === 'string' ? body : JSON.stringify(body));
    if (bytes !== undefined || declaredLength) all['Content-Type'] = media ?? 'application/json';
    if (bytes !== undefined) all['Content-Length'] = Buffer.byteLength(bytes);
    if (declaredLength) all['Content-Length'] = declaredLength;
    return new Promise((resolve, reject) => {
      const request = http.request({ host: '127.0.0.1', port: this.port, method, path: `/api/v1${path}`, headers: all, agent: false }, (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () => {
          resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
          if (declaredLength) request.destroy();
        });
      });
      request.on('error', reject);
      if (declaredLength) request.flushHeaders();
      else request.end(bytes);
    });
  }

  async signIn(login) {
    if (!this.tokens.has(login)) {
      const answer = await this.request('POST', '/sign-in', { body: { login, password: secret } });
      this.tokens.set(login, JSON.parse(answer.body.toString()).token);
    }
    return this.tokens.get(login);
  }
}
