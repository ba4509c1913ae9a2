import { z } from 'zod';

/** What a key can be good for. Each endpoint for machines names the one that it needs. */
export const apiKeyScopes = ['incident:write'] as const;
export type ApiKeyScope = (typeof apiKeyScopes)[number];

export const newApiKey = z
  .object({
    name: z.string().trim().min(1, 'missing').max(80, 'too-big').describe('What uses it: a system, never a person'),
    scopes: z.array(z.enum(apiKeyScopes)).min(1).max(apiKeyScopes.length),
    organisationId: z.uuid().describe('Whose reports the machine sends'),
    days: z.int().min(1).max(730).default(365).describe('How long it is valid'),
  })
  .meta({ id: 'NewApiKey' });

export const apiKey = z
  .object({
    id: z.uuid(),
    name: z.string(),
    scopes: z.array(z.enum(apiKeyScopes)),
    organisation: z.string(),
    createdBy: z.string().nullable(),
    createdAt: z.string(),
    expiresAt: z.string(),
    revokedAt: z.string().nullable(),
    lastUsedAt: z.string().nullable(),
    status: z.enum(['valid', 'revoked', 'expired']),
  })
  .meta({ id: 'ApiKey' });

export const madeApiKey = apiKey
  .extend({ secret: z.string().describe('Shown this once; only its hash is kept') })
  .meta({ id: 'MadeApiKey' });

export type NewApiKey = z.infer<typeof newApiKey>;
export type ApiKey = z.infer<typeof apiKey>;
export type MadeApiKey = z.infer<typeof madeApiKey>;
