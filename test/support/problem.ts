import { expect } from '@jest/globals';
import type { Response } from 'supertest';
import { problems } from '../../api/src/app/problem.js';

/** Expects a problem of the table, in Swedish, that shows nothing of the machine. */
export function expectProblem(answer: Response, status: number, code?: string): void {
  const body = JSON.parse(answer.text) as { code: string; title: string };
  expect([answer.status, body.code]).toEqual([status, code ?? body.code]);
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(problems[body.code]?.title[0]).toBe(body.title);
  expect(answer.text).not.toMatch(/\bat \/|node_modules|SELECT|violates|Error:/);
}
