// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// Inputs generated from the document: whatever comes, the answer is documented and no fault of the server.
import fc from 'fast-check';

/** A generator of values of a schema; deep optional members stay out, so that it ends. */
export function arbitrary(contract, schema, depth = 0) {
  const given = contract.resolve(schema);
  if (given.const !== undefined) return fc.constant(given.const);
  if (given.enum) return fc.constantFrom(...given.enum);
  if (given.oneOf) return fc.oneof(...given.oneOf.map((one) => arbitrary(contract, one, depth + 1)));
  switch (given.type) {
    case 'string': return text(given);
    case 'boolean': return fc.boolean();
    case 'integer': return fc.integer({ min: given.minimum ?? -10, max: Math.min(given.maximum ?? 1000, 1e9) });
    case 'array': return fc.array(arbitrary(contract, given.items, depth + 1), { minLength: given.minItems ?? 0, maxLength: depth > 4 ? (given.minItems ?? 0) : 3 });
    default: return object(contract, given, depth);
  }
}

function text(schema) {
  if (schema.format === 'uuid') return fc.uuid();
  if (schema.format === 'date') return fc.date({ min: new Date('1950-01-01'), max: new Date('2050-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  if (schema.format === 'date-time') return fc.date({ min: new Date('1950-01-01'), max: new Date('2050-01-01'), noInvalidDate: true }).map((date) => date.toISOString());
  if (schema.pattern?.startsWith('^[A-Z]')) return fc.constant('CASE-001');
  if (schema.pattern) return fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'));
  return fc.string({ unit: 'grapheme', maxLength: Math.min(schema.maxLength ?? 40, 40) });
}

function object(contract, schema, depth) {
  if (!schema.properties) {
    const values = schema.additionalProperties ? arbitrary(contract, schema.additionalProperties, depth + 1) : fc.constant('x');
    return fc.dictionary(fc.string({ maxLength: 8 }), values, { maxKeys: depth > 4 ? 0 : 2 });
  }
  const required = schema.required ?? [];
  const members = Object.entries(schema.properties).filter(([name]) => depth < 5 || required.includes(name));
  return fc.record(Object.fromEntries(members.map(([name, one]) => [name, arbitrary(contract, one, depth + 1)])),
    { requiredKeys: members.map(([name]) => name).filter((name) => required.includes(name)) });
}

/** Everything an operation takes: path values, query, body. */
function inputs(contract, operation) {
  const parts = {};
  for (const parameter of operation.parameters ?? []) {
    const schema = parameter.name === 'wait' ? { const: '0' } : parameter.schema;
    parts[`${parameter.in}:${parameter.name}`] = arbitrary(contract, schema).map(String);
  }
  const [media] = Object.keys(operation.requestBody?.content ?? {});
  if (media === 'application/json') parts.body = arbitrary(contract, operation.requestBody.content[media].schema);
  else if (media) parts.body = fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes));
  return { media, values: fc.record(parts, { requiredKeys: Object.keys(parts).filter((name) => !name.startsWith('query:')) }) };
}

export async function tryGenerated(contract, exchange, runs, seed) {
  const tokens = [await exchange.signIn('clerk02'), await exchange.signIn('health01'), await exchange.signIn('super01')];
  for (const { path, method, operation } of contract.operations()) {
    if (operation.operationId === 'signOut') continue;
    const { media, values } = inputs(contract, operation);
    await fc.assert(fc.asyncProperty(values, fc.constantFrom(...tokens), async (input, token) => {
      const target = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(input[`path:${name}`]));
      const query = new URLSearchParams();
      const headers = {};
      for (const [name, value] of Object.entries(input)) {
        if (name.startsWith('query:')) query.set(name.slice(6), value);
        if (name.startsWith('header:')) headers[name.slice(7)] = value;
      }
      const suffix = query.size > 0 ? `?${query}` : '';
      const answer = await exchange.request(method.toUpperCase(), target + suffix, { token, body: input.body, media, headers });
      if (answer.status >= 500) throw new Error(`${method} ${path}: ${answer.status}`);
      contract.check(path, method, answer);
    }), { numRuns: runs, seed, verbose: 0 });
  }
}
