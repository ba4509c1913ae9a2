import { z } from 'zod';
import { account, role } from '../access/access.schema.js';

export const memberList = z
  .object({ version: z.int(), accounts: z.array(account) })
  .meta({ id: 'MemberList', description: 'The accounts of the municipality as rows to change' });

export const memberEdit = z
  .object({
    name: z.string().trim().min(1, 'missing').max(120),
    role,
    organisationId: z.uuid(),
    disabled: z.boolean().describe('May not sign in any more'),
  })
  .meta({ id: 'MemberEdit' });

export type MemberList = z.infer<typeof memberList>;
export type MemberEdit = z.infer<typeof memberEdit>;
