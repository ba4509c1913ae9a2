import { z } from 'zod';
import { answers } from './assessment.js';
import { mostFactors } from './default-factor.js';

const name = z.object({
  sv: z.string().trim().min(1, 'missing').max(60),
  en: z.string().trim().min(1, 'missing').max(60),
});
const answer = z.enum(answers).describe('unknown: vet inte');
const verdict = z.enum(['calmer', 'usual', 'worse', 'mixed', 'none']).describe('none: nobody has said');
const week = z.string().describe('ISO week, 2026-W46');

const factor = z.object({ code: z.string(), name, active: z.boolean() });

export const assessmentFactors = z.array(factor).meta({ id: 'AssessmentFactors' });

export const newAssessmentFactors = z
  .object({
    factors: z
      .array(
        z.object({ code: z.string().max(40).nullable().describe('null: a new question'), name, active: z.boolean() }),
      )
      .max(40)
      .describe('In the order in which they are asked; five to twelve of them active'),
  })
  .meta({ id: 'NewAssessmentFactors' });

const given = z.object({ factor: z.string().max(40), answer });

export const newAssessment = z
  .object({ answers: z.array(given).min(1, 'missing').max(mostFactors) })
  .meta({ id: 'NewAssessment' });

export const ownAssessments = z
  .object({
    week,
    from: z.string(),
    to: z.string(),
    factors: z.array(z.object({ code: z.string(), name })),
    areas: z.array(
      z.object({ id: z.uuid(), name: z.string(), answers: z.array(given).describe('Empty: not answered by oneself') }),
    ),
  })
  .meta({ id: 'OwnAssessments' });

export const assessments = z
  .object({
    week,
    sentence: z.string().describe('Empty where nobody assessed any area'),
    areas: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        people: z.int().describe('How many answered'),
        verdict,
        factors: z.array(
          z.object({
            code: z.string(),
            name,
            calmer: z.int(),
            usual: z.int(),
            worse: z.int(),
            unknown: z.int(),
          }),
        ),
        weeks: z
          .array(z.object({ week, verdict, people: z.int() }))
          .describe('The last twelve weeks, oldest first, the asked one last'),
      }),
    ),
  })
  .meta({ id: 'Assessments' });

export type NewAssessmentFactors = z.infer<typeof newAssessmentFactors>;
export type AssessmentFactors = z.infer<typeof assessmentFactors>;
export type NewAssessment = z.infer<typeof newAssessment>;
export type OwnAssessments = z.infer<typeof ownAssessments>;
export type AssessmentsBody = z.infer<typeof assessments>;
