// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// Makes complete cases over the API alone: asks for receipt, reads what is missing, gives it, asks again.
import { randomUUID } from 'node:crypto';

const sample = {
  number: '1', date: '2026-01-05', phone: '13800000000', boolean: 'true', 'citizen-number': '11010519491231002X',
  'person-number': '11010519491231002X',  'organisation-code': '91350100M000100Y43',
};

export class CaseMaker {
  constructor(exchange, contract, catalogue, item) {
    Object.assign(this, { exchange, contract, item, catalogue });
    const [[documentKind, number, name, birth]] = exchange.sql(
      "SELECT p.document_kind, p.number, p.name, substr(p.number, 7, 8) FROM persons p JOIN certificate_links l ON l.person_id = p.id WHERE l.relation = 'child' AND p.minor = 0 ORDER BY p.id LIMIT 1");
    this.holder = { documentKind, number, name };
    this.birth = `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`;
  }

  async submit(commands) {
    const token = await this.exchange.signIn('clerk01');
    const answer = await this.exchange.request('POST', '/commands', { token, body: { commands } });
    this.contract.check('/commands', 'post', answer);
    return JSON.parse(answer.body.toString()).results;
  }

  command(state, body) {
    const actor = { operatorId: 'clerk01', role: 'clerk', windowId: 'w01' };
    return { id: randomUUID(), caseId: state.caseId, baseRevision: state.revision++, actor, body };
  }

  fix(missing) {
    const [kind, target] = [missing.slice(0, missing.indexOf(':')), missing.slice(missing.indexOf(':') + 1)];
    if (kind === 'answer') {
      const situation = this.item.situations.find(({ id }) => target.endsWith(`/${id}`));
      const answer = situation.answers.find(({ effects = [] }) => !effects.some((effect) => effect.kind === 'stop'));
      return { type: 'answer-situation', key: target, answers: [answer.id] };
    }
    if (kind === 'field') {
      const field = this.item.fields.find(({ id }) => id === target);
      const value = field.type === 'choice' ? field.choices[0].id : sample[field.type] ?? '示例';
      return { type: 'set-field', fieldId: target, value: { value, source: 'operator' } };
    }
    if (kind === 'material') {
      const { ways } = this.item.materials.find(({ key }) => key === target);
      const way = ['original-seen', 'self-made', 'promise'].find((one) => ways.includes(one));
      if (!way) throw new Error(`${target} takes a file only, which has to be sent first`);
      return { type: 'set-material', key: target, state: { way, trust: way === 'original-seen' ? 'B' : 'D', originals: 1 } };
    }
    throw new Error(`cannot fix ${missing}`);
  }

  /** A case whose part the window has just accepted: { caseId, partId, revision }. */
  async accepted() {
    return { ...await this.received(), revision: 1 };
  }

  /** The clerk's answer to a correction of a part. */
  async answerCorrection({ caseId, partId }, revision) {
    const answer = { ...this.command({ caseId, revision }, { type: 'answer-correction', note: 'n' }), partId };
    const [result] = await this.submit([answer]);
    if (result.outcome !== 'applied') throw new Error(`the answer was refused: ${JSON.stringify(result)}`);
  }

  /** A case whose materials were received; its part has revision 0, unless the window accepts it: { caseId, partId, revision }. */
  async received() {
    const state = { caseId: randomUUID(), revision: 0 };
    const partId = randomUUID();
    const { id, version, name, departmentId, promised, statutory, kind } = this.item;
    let commands = [
      this.command(state, { type: 'open-case', rulesDay: new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10) }),
      this.command(state, { type: 'set-applicant', applicant: { ...this.holder, birth: this.birth, phone: '13800000000', cardKind: 'citizen', method: 'chip-read' } }),
      this.command(state, { type: 'add-item', partId, itemId: id, itemVersion: version, itemName: name, departmentId, promised, statutory, kind }),
    ];
    for (let round = 0; round < 30; ++round) {
      const results = await this.submit([...commands, this.command(state, { type: 'receive-materials', provisionalReceipt: 'r', planComplete: true })]);
      const last = results.at(-1);
      if (last.outcome === 'applied') return { caseId: state.caseId, partId, revision: 0 };
      if (last.error.code !== 'CASE-009') throw new Error(`receipt refused: ${JSON.stringify(results.filter(({ error }) => error))}`);
      state.revision = last.revision;
      commands = last.error.detail.split(' ').map((missing) => this.command(state, this.fix(missing)));
    }
    throw new Error('the case never became complete');
  }
}
