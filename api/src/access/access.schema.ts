import { z } from 'zod';
import { permissions, roles } from './permission.js';

/** SCB's four digits, or five for a cooperation area; text on the wire so that a leading zero stays. */
export const municipalityCode = z.string().regex(/^\d{4,5}$/, 'wrong-form');

/** The code as the database has it. */
export function codeNumber(code: string): number {
  return Number.parseInt(code, 10);
}

/** The code as it stands on the wire. */
export function codeText(code: number): string {
  return String(code).padStart(4, '0');
}

export const role = z.enum(roles).meta({ id: 'Role' });

export const membership = z
  .object({
    municipality: z.object({ code: municipalityCode, name: z.string(), demo: z.boolean() }),
    organisation: z.object({ id: z.uuid(), name: z.string(), kind: z.string() }),
    role,
    permissions: z.array(z.enum(Object.keys(permissions) as [keyof typeof permissions])),
  })
  .meta({ id: 'Membership' });

export const sessionBody = z
  .object({
    account: z.object({ id: z.uuid(), name: z.string(), email: z.string(), language: z.enum(['sv', 'en']) }),
    memberships: z.array(membership),
    installationAdministrator: z.boolean(),
    device: z
      .object({ id: z.uuid(), name: z.string(), expiresAt: z.string() })
      .nullable()
      .describe('The paired phone that asks for the account; it may only report'),
  })
  .meta({ id: 'Session' });

/** The one-time code of a QR square: 256 bits. */
export const pairing = z.object({ code: z.string().regex(/^[\w-]{43}$/, 'wrong-form') }).meta({ id: 'Pairing' });

export const signIn = z
  .object({ email: z.string().min(1).max(254), password: z.string().min(1).max(200) })
  .meta({ id: 'SignIn' });

const newPassword = z.string().min(12, 'password-short').max(200);

export const firstAdministrator = z
  .object({
    token: z.string().min(20).max(100),
    name: z.string().trim().min(1).max(120),
    email: z.email(),
    password: newPassword,
  })
  .meta({ id: 'FirstAdministrator' });

const demoAccount = z
  .object({
    email: z.string(),
    password: z.string(),
    name: z.string(),
    role,
    organisation: z.string(),
    description: z.string(),
  })
  .meta({ id: 'DemoAccount' });

export const demoAccounts = z.object({ accounts: z.array(demoAccount) }).meta({ id: 'DemoAccounts' });

export const account = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    role,
    organisationId: z.uuid(),
    organisationName: z.string(),
    disabled: z.boolean(),
  })
  .meta({ id: 'Account' });

export const newAccount = z
  .object({
    name: z.string().trim().min(1).max(120),
    email: z.email(),
    password: newPassword,
    role,
    organisationId: z.uuid(),
  })
  .meta({ id: 'NewAccount' });

export const auditEntry = z
  .object({
    at: z.string(),
    accountId: z.uuid().nullable(),
    action: z.string(),
    subject: z.string(),
    subjectId: z.string().nullable(),
    count: z.int().nullable(),
  })
  .meta({ id: 'AuditEntry' });

export const auditVerification = z.object({ sealed: z.int(), intact: z.boolean() }).meta({ id: 'AuditVerification' });

export type SessionBody = z.infer<typeof sessionBody>;
export type Pairing = z.infer<typeof pairing>;
export type SignIn = z.infer<typeof signIn>;
export type FirstAdministrator = z.infer<typeof firstAdministrator>;
export type NewAccount = z.infer<typeof newAccount>;
