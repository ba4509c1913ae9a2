import { z } from 'zod';
import { areaStatus } from './area-status.schema.js';
import { audiences, sectionIds, statutoryParts } from './edition.js';
import { periodKinds } from './period.js';

const registrationNumber = z.string().trim().regex(/^[\p{L}\d][\p{L}\d /.:-]{0,39}$/u, 'registration-number-form'); // prettier-ignore
const classification = z.enum(['open', 'may-be-secret']);

export const audience = z.enum(audiences).describe('internal: intern; cooperation: samverkan; public: publik');

const section = z.object({
  id: z.enum(sectionIds),
  part: z.enum(statutoryParts).nullable().describe('The heading of 4 § lagen (2023:196), in the lägesbild of a year'),
  heading: z.string(),
  text: z.string().describe('As it stands: edited, else as the figures tell it'),
});

const editedSection = section.extend({
  generated: z.string().describe('As the figures tell it; what "Återställ" brings back'),
  edited: z.boolean(),
  mustBeWritten: z.boolean().describe('No figure can tell it: the group writes it'),
  version: z.int().describe('For If-Match; 0: never edited'),
  changedAt: z.string().nullable(),
  by: z.string().nullable().describe('The organisation whose member edited it'),
});

export const publishingDecision = z
  .object({ decidedOn: z.iso.date(), decidedBy: z.string(), registrationNumber: z.string() })
  .meta({ id: 'PublishingDecision', description: 'The municipality’s decision to publish figures below itself' });

export const newPublishingDecision = z
  .object({
    decidedOn: z.iso.date('wrong-form'),
    decidedBy: z.string().trim().min(1, 'missing').max(120).describe('The body, as kommunstyrelsen'),
    registrationNumber,
  })
  .meta({ id: 'NewPublishingDecision' });

export const standingDecision = z
  .object({ decision: publishingDecision.nullable().describe('null: no decision stands') })
  .meta({ id: 'StandingPublishingDecision' });

export const edition = z
  .object({
    period: z.string(),
    kind: z.enum(periodKinds),
    name: z.string(),
    audience,
    language: z.enum(['sv', 'en']),
    running: z.boolean(),
    partial: z.boolean().describe('Without rows that the reader’s organisation may not see'),
    decision: publishingDecision.nullable(),
    publicFrom: z.string().nullable().describe('Of the public edition: the first day on which it may be approved'),
    sections: z.array(editedSection),
    latestVersion: z.int().describe('0: none is approved'),
  })
  .meta({ id: 'SituationEdition' });

export const newSectionText = z
  .object({ text: z.string().trim().max(8000).nullable().describe('null: as the figures tell it again') })
  .meta({ id: 'NewSectionText' });

export const newVersion = z
  .object({
    after: z.int().min(0).describe('The latest version that the approver has seen; 0: none'),
    registrationNumber: registrationNumber.nullable().default(null),
    classification: classification.default('open'),
    secrecyBasis: z.string().trim().max(120).nullable().default(null),
  })
  .meta({ id: 'NewSituationVersion' });

const versionLine = z.object({
  id: z.uuid(),
  period: z.string(),
  audience,
  number: z.int(),
  language: z.enum(['sv', 'en']),
  approvedAt: z.string(),
  by: z.string().nullable(),
  registrationNumber: z.string().nullable(),
  classification,
  digest: z.string().describe('SHA-256 of the content, its keys in order'),
});

export const situationVersions = z.array(versionLine).meta({ id: 'SituationVersions' });

/** What is frozen when an edition is approved. */
export const frozenContent = z.object({
  municipality: z.string(),
  period: z.string(),
  kind: z.enum(periodKinds),
  name: z.string(),
  from: z.string(),
  to: z.string(),
  countedTo: z.string(),
  audience,
  language: z.enum(['sv', 'en']),
  sections: z.array(section.extend({ edited: z.boolean() })),
  areas: z.array(areaStatus.pick({ areaId: true, name: true, level: true, sentence: true })),
  method: z.string(),
});

export const situationVersion = versionLine
  .extend({ secrecyBasis: z.string().nullable(), content: frozenContent })
  .meta({ id: 'SituationVersion' });

export type EditionBody = z.infer<typeof edition>;
export type NewSectionText = z.infer<typeof newSectionText>;
export type NewVersion = z.infer<typeof newVersion>;
export type FrozenContent = z.infer<typeof frozenContent>;
export type SituationVersionBody = z.infer<typeof situationVersion>;
export type VersionLine = z.infer<typeof versionLine>;
export type PublishingDecision = z.infer<typeof publishingDecision>;
export type NewPublishingDecision = z.infer<typeof newPublishingDecision>;
