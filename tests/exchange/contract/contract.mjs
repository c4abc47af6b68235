// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// contract.mjs PROGRAM OPENAPI: produces every documented (route, status) pair on the real program and validates each answer.
import { createHash, randomUUID } from 'node:crypto';
import { CaseMaker } from './casemaker.mjs';
import { Contract } from './document.mjs';
import { Exchange, secret } from './exchange.mjs';
import { tryGenerated } from './generated.mjs';

const [program, openapi] = process.argv.slice(2);
const contract = await Contract.load(openapi);
const hasBody = (operation) => Boolean(operation.requestBody);
const concrete = (path) => path.replace(/\{\w+\}/g, () => randomUUID());
const tooLong = 9 * 1024 * 1024;

/** Asks, and fails unless the answer has this status and is as documented. */
async function expect(exchange, status, method, path, options = {}) {
  const target = (options.target ?? concrete(path)) + (options.query ?? '');
  const answer = await exchange.request(method.toUpperCase(), target, options);
  if (answer.status !== status) throw new Error(`${method} ${target} -> ${answer.status} instead of ${status}: ${answer.body.toString().slice(0, 300)}`);
  contract.check(path, method, answer);
  return answer.headers['content-type']?.includes('json') ? JSON.parse(answer.body.toString()) : answer.body;
}

/** What every route answers in the same way: no token, wrong media, too large, malformed, another method. */
async function commonRefusals(exchange) {
  const token = await exchange.signIn('clerk01');
  for (const { path, method, operation } of contract.operations()) {
    if (!operation.security) await expect(exchange, 401, method, path);
    if (!operation.security) await expect(exchange, 401, method, path, { token: 'none of ours' });
    if (hasBody(operation)) {
      const [media] = Object.keys(operation.requestBody.content);
      await expect(exchange, 415, method, path, { token, body: 'x', media: 'text/plain' });
      await expect(exchange, 413, method, path, { token, media, declaredLength: tooLong });
      await expect(exchange, 400, method, path, { token, media, body: '{"broken":' });
    }
    const other = contract.document.paths[path].delete ? 'PATCH' : 'DELETE';
    contract.checkMethodNotAllowed(`${other} ${path}`, await exchange.request(other, concrete(path), { token }));
  }
  for (const query of ['?after=-1', '?limit=0', '?wait=26', '?after=9999']) await expect(exchange, 400, 'get', '/feed', { token, query });
  await expect(exchange, 400, 'get', '/catalogue', { token, query: '?since=soon' });
  await expect(exchange, 400, 'get', '/reviews', { token: await exchange.signIn('tax01'), query: '?state=lost' });
}

async function sessions(exchange) {
  await expect(exchange, 200, 'get', '/health');
  await expect(exchange, 401, 'post', '/sign-in', { body: { login: 'nobody', password: 'x' } });
  await expect(exchange, 200, 'post', '/sign-in', { body: { login: 'clerk03', password: secret } });
  for (let i = 0; i < 5; ++i) await expect(exchange, 401, 'post', '/sign-in', { body: { login: 'clerk04', password: 'wrong' } });
  await expect(exchange, 429, 'post', '/sign-in', { body: { login: 'clerk04', password: secret } });
  const token = await exchange.signIn('clerk03');
  await expect(exchange, 200, 'get', '/me', { token });
  await expect(exchange, 204, 'post', '/sign-out', { token });
  await expect(exchange, 401, 'get', '/me', { token });
}

async function certificates(exchange, maker) {
  const token = await exchange.signIn('clerk01');
  const reviewer = await exchange.signIn('health01');
  const caseId = randomUUID();
  const purpose = { category: 'apply-item', reason: '窗口办理', consent: 'holder-present', caseId };
  const consent = { ...purpose, consent: 'explicit-consent' };
  const listing = await expect(exchange, 200, 'post', '/certificate-listings', { token, body: { holder: maker.holder, purpose } });
  await expect(exchange, 422, 'post', '/certificate-listings', { token, body: { holder: maker.holder } });
  await expect(exchange, 404, 'post', '/certificate-listings', { token, body: { holder: { ...maker.holder, number: '1' }, purpose } });
  await expect(exchange, 403, 'post', '/certificate-listings', { token: reviewer, body: { holder: maker.holder, purpose } });
  const identifiers = listing.certificates.slice(0, 5).map(({ identifier }) => identifier);
  await expect(exchange, 200, 'post', '/certificate-pulls', { token, body: { personId: listing.personId, identifiers: [...identifiers, 'unknown'], purpose: consent } });
  await expect(exchange, 403, 'post', '/certificate-pulls', { token, body: { personId: listing.personId, identifiers, purpose } });
  await expect(exchange, 422, 'post', '/certificate-pulls', { token, body: { personId: listing.personId, identifiers } });
  const stranger = await exchange.signIn('clerk02');
  const { personId } = listing;
  await expect(exchange, 403, 'post', '/certificate-pulls', { token: stranger, body: { personId, identifiers, purpose: consent } });
  const file = { personId, identifier: identifiers[0] };
  await expect(exchange, 200, 'post', '/certificate-files', { token, body: { ...file, purpose: consent } });
  await expect(exchange, 403, 'post', '/certificate-files', { token, body: { ...file, purpose } });
  await expect(exchange, 403, 'post', '/certificate-files', { token: stranger, body: { ...file, purpose: consent } });
  await expect(exchange, 404, 'post', '/certificate-files', { token, body: { ...file, identifier: 'unknown', purpose: consent } });
  await expect(exchange, 422, 'post', '/certificate-files', { token, body: file });
  const auditor = await exchange.signIn('auditor01');
  await expect(exchange, 200, 'get', '/lookups', { token, query: `?caseId=${caseId}` });
  await expect(exchange, 200, 'get', '/lookups', { token: auditor });
  await expect(exchange, 403, 'get', '/lookups', { token: reviewer });
  const mine = await expect(exchange, 200, 'post', '/lookups', { token, body: { personId } });
  const all = await expect(exchange, 200, 'post', '/lookups', { token: auditor, body: { personId } });
  if (!(mine.lookups.length > 0 && all.lookups.length === mine.lookups.length + 2)) throw new Error('the look-ups of a citizen are not all there');
  await expect(exchange, 403, 'post', '/lookups', { token, body: {} });
  const record = { id: randomUUID(), at: '2026-11-23T08:00:00.000Z', action: 'reveal', subject: listing.personId };
  await expect(exchange, 204, 'post', '/audit-records', { token, body: { records: [record, record] } });
}

async function cases(exchange, maker) {
  const token = await exchange.signIn('clerk01');
  const { caseId } = await maker.accepted();
  await expect(exchange, 200, 'get', '/cases/{caseId}', { token, target: `/cases/${caseId}` });
  await expect(exchange, 404, 'get', '/cases/{caseId}', { token });
  await expect(exchange, 200, 'get', '/feed', { token, query: '?limit=3' });
  await expect(exchange, 403, 'get', '/feed', { token: await exchange.signIn('admin01') });
  const file = Buffer.from('%PDF-1.7 a file');
  const headers = { 'X-Case-Id': caseId, 'X-Content-Sha256': createHash('sha256').update(file).digest('hex') };
  const target = `/attachments/${randomUUID()}`;
  const put = (status, more) => expect(exchange, status, 'put', '/attachments/{id}', { token, target, body: file, media: 'application/octet-stream', headers, ...more });
  await put(201);
  await put(200);
  await put(403, { token: await exchange.signIn('health01'), target: `/attachments/${randomUUID()}` });
  await put(404, { token: await exchange.signIn('clerk02'), target: `/attachments/${randomUUID()}` });
  await put(201, { token: await exchange.signIn('super01'), target: `/attachments/${randomUUID()}` });
  await put(422, { body: Buffer.from('damaged') });
  const foreign = Buffer.from('#!/bin/sh');
  const foreignHeaders = { ...headers, 'X-Content-Sha256': createHash('sha256').update(foreign).digest('hex') };
  const { code } = await put(422, { target: `/attachments/${randomUUID()}`, body: foreign, headers: foreignHeaders });
  if (code !== 'SVC-017') throw new Error(`a script was refused with ${code}`);
  const other = Buffer.from('%PDF-1.7 another file');
  await put(409, { body: other, headers: { ...headers, 'X-Content-Sha256': createHash('sha256').update(other).digest('hex') } });
  await put(404, { target: '/attachments/no-id' });
  await expect(exchange, 200, 'get', '/attachments/{id}', { token, target });
  await expect(exchange, 404, 'get', '/attachments/{id}', { token });
}

async function reviews(exchange, maker) {
  const clerk = await exchange.signIn('clerk01');
  const token = await exchange.signIn(`${maker.item.departmentId}01`);
  const act = (status, verb, part, more = {}, who = token) => expect(exchange, status, 'post', `/reviews/{partId}/${verb}`,
    { token: who, target: `/reviews/${part.partId}/${verb}`, body: { commandId: randomUUID(), baseRevision: part.revision, reason: 'r', ...more } });
  const done = async (verb, part, more) => { await act(200, verb, part, more); part.revision += 1; };
  const spare = await maker.accepted();
  for (const verb of ['accept', 'take', 'approve', 'refuse', 'ask-correction', 'reject', 'pause', 'resume', 'finish']) {
    await act(403, verb, spare, {}, clerk);
    await act(404, verb, { partId: randomUUID(), revision: 0 });
    await act(409, verb, { ...spare, revision: 99 }, { points: ['p'], returnBy: '2027-01-01' });
    if (verb === 'take') continue;
    await act(422, verb, spare, { points: [], reason: '' });
  }
  const approved = await maker.accepted();
  await done('take', approved);
  await act(422, 'take', approved);
  await done('approve', approved, { opinion: 'o' });
  await done('finish', approved);
  const refused = await maker.accepted();
  await done('take', refused);
  await done('refuse', refused);
  const paused = await maker.accepted();
  await done('pause', paused);
  await done('resume', paused);
  const corrected = await maker.accepted();
  await done('ask-correction', corrected, { points: ['p'], returnBy: '2027-02-01', opinion: 'o' });
  const { correction } = (await expect(exchange, 200, 'get', '/reviews/{partId}', { token, target: `/reviews/${corrected.partId}` })).part;
  if (correction.opinion !== 'o') throw new Error('the opinion beside the points was dropped');
  await expect(exchange, 200, 'get', '/reviews', { token, query: '?limit=2' });
  await expect(exchange, 403, 'get', '/reviews', { token: clerk });
  await expect(exchange, 200, 'get', '/reviews/{partId}', { token, target: `/reviews/${spare.partId}` });
  await expect(exchange, 404, 'get', '/reviews/{partId}', { token });
  await expect(exchange, 403, 'get', '/reviews/{partId}', { token: clerk });
}

/** Parts that their department accepts, or does not: the window received them only. */
async function acceptances(exchange, maker) {
  const token = await exchange.signIn(`${maker.item.departmentId}01`);
  const post = (status, verb, part, body = {}) => expect(exchange, status, 'post', `/reviews/{partId}/${verb}`,
    { token, target: `/reviews/${part.partId}/${verb}`, body: { commandId: randomUUID(), baseRevision: part.revision, ...body } });
  const stateOf = async ({ partId }) => (await expect(exchange, 200, 'get', '/reviews/{partId}', { token, target: `/reviews/${partId}` })).part.state;
  const refused = (answer, code) => { if (answer.code !== code) throw new Error(`${answer.code} instead of ${code}`); };
  const accepted = await maker.received();
  const { entries } = await expect(exchange, 200, 'get', '/reviews', { token, query: '?state=received' });
  if (entries.length !== 1 || !entries[0].answerDue) throw new Error('the received part is not listed with its last day');
  refused(await post(422, 'take', accepted), 'CASE-001');
  refused(await post(409, 'accept', { ...accepted, revision: 7 }), 'CASE-002');
  await post(200, 'accept', accepted);
  refused(await post(422, 'accept', { ...accepted, revision: 1 }), 'CASE-001');
  await post(200, 'take', { ...accepted, revision: 1 });
  const rejected = await maker.received();
  const said = { reason: '不属于本机关职权范围', legalBasis: '《中华人民共和国行政许可法》第三十二条' };
  refused(await post(422, 'reject', rejected, { reason: said.reason }), 'CASE-012');
  refused(await post(422, 'reject', rejected, { legalBasis: said.legalBasis }), 'CASE-012');
  const { event } = await post(200, 'reject', rejected, said);
  if (event.command.body.legalBasis !== said.legalBasis || await stateOf(rejected) !== 'not-accepted') throw new Error('the part was not refused acceptance as said');
  refused(await post(422, 'accept', { ...rejected, revision: 1 }), 'CASE-001');
  const corrected = await maker.received();
  await post(200, 'ask-correction', corrected, { points: ['p', 'q'], returnBy: '2099-02-01' });
  refused(await post(422, 'accept', { ...corrected, revision: 1 }), 'CASE-001');
  await maker.answerCorrection(corrected, 1);
  if (await stateOf(corrected) !== 'received') throw new Error('a corrected part waits for its department again');
  refused(await post(422, 'ask-correction', { ...corrected, revision: 2 }, { points: ['r'], returnBy: '2099-02-01' }), 'CASE-013');
  await post(200, 'accept', { ...corrected, revision: 2 });
}

/** A body that passes the decoders, so that the database is reached. */
function validBody(operation) {
  const purpose = { category: 'apply-item', consent: 'explicit-consent', caseId: '0191f2a0-0000-7000-8000-00000000000e' };
  return {
    signIn: { login: 'clerk01', password: secret },
    listCertificates: { holder: { documentKind: '111', number: '1', name: 'n' }, purpose },
  }[operation.operationId] ?? {};
}

/** Tables vanish under the running program: every route that needs them says 503 and nothing worse. */
async function withoutDatabase() {
  const exchange = await Exchange.start(program, ['--rate', '0']);
  const token = await exchange.signIn('clerk01');
  exchange.sql('ALTER TABLE tokens RENAME TO lost_tokens');
  exchange.sql('ALTER TABLE operators RENAME TO lost_operators');
  for (const { path, method, operation } of contract.operations()) {
    if (!operation.responses[503]) continue;
    const [media] = Object.keys(operation.requestBody?.content ?? {});
    await expect(exchange, 503, method, path, { token, media, body: media ? validBody(operation) : undefined });
  }
  await exchange.stop();
}

async function withTooManyRequests() {
  const exchange = await Exchange.start(program, ['--rate', '0.001']);
  await exchange.request('GET', '/health');
  for (const { path, method } of contract.operations()) await expect(exchange, 429, method, path);
  await exchange.stop();
}

const exchange = await Exchange.start(program, ['--rate', '0']);
const token = await exchange.signIn('clerk01');
const { content: catalogue, version } = await expect(exchange, 200, 'get', '/catalogue', { token });
await expect(exchange, 200, 'get', '/catalogue', { token, query: `?since=${version}` });
const item = catalogue.items.find(({ id }) => id === 'birth-registration');
const maker = new CaseMaker(exchange, contract, catalogue, item);
await commonRefusals(exchange);
await sessions(exchange);
await certificates(exchange, maker);
await cases(exchange, maker);
await reviews(exchange, maker);
await acceptances(exchange, new CaseMaker(exchange, contract, catalogue, catalogue.items.find(({ id }) => id === 'legal-aid')));
await tryGenerated(contract, exchange, Number(process.env.YICHUANG_CONTRACT_RUNS ?? 25), 20261123);
await exchange.stop();
await withoutDatabase();
await withTooManyRequests();

const missing = contract.missing();
if (missing.length > 0) {
  console.error(`documented but never produced:\n  ${missing.join('\n  ')}`);
  process.exit(1);
}
console.log(`${contract.seen.size} pairs of route and status produced and validated`);
