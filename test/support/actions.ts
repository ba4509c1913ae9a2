import { expect } from '@jest/globals';
import type { Api, Member, TestMunicipality } from './api.js';

/** Actions of the town's housing company, written by the coordinator. */
export function actionsOf(api: Api, municipality: TestMunicipality, coordinator: Member) {
  const root = `/api/v1/municipalities/${municipality.code}`;
  const draft = (fields: object = {}) => ({
    what: 'Fältgruppen går förbi parken',
    organisationId: municipality.organisations['housing'],
    ownerFunction: 'områdeschef',
    ...fields,
  });
  const made = async (fields: object = {}) => {
    const answer = await api.as(coordinator).post(`${root}/actions`).send(draft(fields));
    expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
    return answer.body;
  };
  return { root, draft, made };
}
