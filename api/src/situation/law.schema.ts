import { z } from 'zod';
import { lawPointIds, lawSources } from './law.js';

const evidence = z.object({
  kind: z.enum(['version', 'plan', 'recorded']),
  id: z.uuid().nullable().describe('Of the approved version or of the åtgärdsplan'),
  name: z.string().describe('What it is called, or what was noted'),
  date: z.string().nullable(),
  link: z.string().nullable(),
  by: z.string().nullable(),
});

export const lawCheck = z
  .object({
    wording: z.object({
      statute: z.string(),
      address: z.string(),
      checked: z.array(z.string()).describe('What has been compared with that wording'),
      unchecked: z.array(z.string()).describe('What nobody here has read'),
    }),
    points: z.array(
      z.object({
        id: z.enum(lawPointIds),
        text: z.string(),
        source: z.enum(lawSources),
        shownBy: z.enum(['system', 'hand']),
        met: z.boolean(),
        due: z.string().nullable().describe('When it is to be done again'),
        evidence: evidence.nullable(),
      }),
    ),
    met: z.int(),
  })
  .meta({ id: 'LawCheck' });

export const newLawEvidence = z
  .object({
    met: z.boolean(),
    onDate: z.iso.date('wrong-form').nullable().default(null),
    note: z.string().trim().max(500).nullable().default(null),
    link: z
      .url({ protocol: /^https?$/, error: 'wrong-form' })
      .max(500)
      .nullable()
      .default(null),
  })
  .meta({ id: 'NewLawEvidence' });

export type LawCheckBody = z.infer<typeof lawCheck>;
export type NewLawEvidence = z.infer<typeof newLawEvidence>;
