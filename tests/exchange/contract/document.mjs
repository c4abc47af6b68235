// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// The API document, and the check of one answer against it.
import SwaggerParser from '@apidevtools/swagger-parser';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const escapePointer = (text) => encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'));

export class Contract {
  static async load(path) {
    const parser = new SwaggerParser();
    await parser.validate(path);
    return new Contract(await new SwaggerParser().parse(path));
  }

  constructor(document) {
    this.document = document;
    this.seen = new Set();
    this.ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(this.ajv);
    this.ajv.addSchema({ $id: 'api.json', ...document });
    this.validators = new Map();
  }

  resolve(value) {
    if (!value?.$ref) return value;
    return value.$ref.slice(2).split('/').reduce((node, key) => node[key.replaceAll('~1', '/')], this.document);
  }

  * operations() {
    for (const [path, item] of Object.entries(this.document.paths)) {
      for (const [method, operation] of Object.entries(item)) yield { path, method, operation };
    }
  }

  validator(pointer) {
    if (!this.validators.has(pointer)) this.validators.set(pointer, this.ajv.compile({ $ref: `api.json#${pointer}` }));
    return this.validators.get(pointer);
  }

  /** Throws when an answer is not what the document says; remembers that its (route, status) was produced. */
  check(path, method, answer) {
    const where = `${method.toUpperCase()} ${path} -> ${answer.status}`;
    const documented = this.document.paths[path][method].responses[answer.status];
    if (!documented) throw new Error(`${where}: not documented: ${answer.body.toString().slice(0, 300)}`);
    const base = documented.$ref
      ? documented.$ref.slice(1)
      : `/paths/${escapePointer(path)}/${method}/responses/${answer.status}`;
    this.checkAgainst(where, base, this.resolve(documented), answer);
    this.seen.add(`${method} ${path} ${answer.status}`);
  }

  checkAgainst(where, base, response, answer) {
    for (const name of Object.keys(response.headers ?? {})) {
      if (!(name.toLowerCase() in answer.headers)) throw new Error(`${where}: header ${name} is missing`);
    }
    if (!answer.headers['x-request-id']) throw new Error(`${where}: X-Request-Id is missing`);
    const media = (answer.headers['content-type'] ?? '').split(';')[0];
    if (!response.content) {
      if (answer.body.length > 0) throw new Error(`${where}: a body where there is none`);
      return;
    }
    const [documented] = Object.keys(response.content);
    if (media !== documented) throw new Error(`${where}: ${media} instead of ${documented}`);
    if (!documented.endsWith('json')) return;
    const validate = this.validator(`${base}/content/${escapePointer(documented)}/schema`);
    const value = JSON.parse(answer.body.toString());
    if (!validate(value)) throw new Error(`${where}: ${this.ajv.errorsText(validate.errors)}: ${JSON.stringify(value).slice(0, 400)}`);
  }

  checkMethodNotAllowed(where, answer) {
    if (answer.status !== 405) throw new Error(`${where} -> ${answer.status} instead of 405`);
    this.checkAgainst(where, '/components/responses/MethodNotAllowed', this.document.components.responses.MethodNotAllowed, answer);
  }

  missing() {
    const all = [];
    for (const { path, method, operation } of this.operations()) {
      for (const status of Object.keys(operation.responses)) {
        if (!this.seen.has(`${method} ${path} ${status}`)) all.push(`${method.toUpperCase()} ${path} ${status}`);
      }
    }
    return all;
  }
}
