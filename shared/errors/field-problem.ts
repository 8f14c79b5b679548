// Says what is wrong with one field of a form, as a code with texts in English and Spanish; owns no schema.
import { z } from 'zod';
import type { Language } from '../domain/settings.ts';
import { AppError, type ErrorParams } from './app-error.ts';
import { fillPlaceholders } from './codes.ts';
import { fieldProblemTexts } from './field-problem-texts.ts';

/** Every problem a field can have. */
export type FieldProblemCode = keyof typeof fieldProblemTexts;

/** One problem of one field; `path` is dotted, as in `destination.format`. */
export type FieldProblem = { path: string; code: FieldProblemCode; params: ErrorParams };

/** All codes, for zod and the tests. */
export const fieldProblemCodes = Object.keys(fieldProblemTexts) as [FieldProblemCode, ...FieldProblemCode[]];

/** A field problem as it crosses IPC. */
export const fieldProblemSchema = z.object({
  path: z.string(),
  code: z.enum(fieldProblemCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** The text of a field problem in the reader's language. */
export function fieldProblemText(problem: FieldProblem, language: Language): string {
  return fillPlaceholders(fieldProblemTexts[problem.code][language], problem.params);
}

/**
 * The problems of `value` under `schema`, empty when it is good. A schema names a problem of the table as its zod
 * message; issues of zod's own kinds are mapped to the general `field.*` codes, so no English zod text is ever shown.
 */
export function problemsOf(schema: z.ZodType, value: unknown): FieldProblem[] {
  // The input must be in the issues: it tells a missing value from one of the wrong type.
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return [];
  const problems = new Map<string, FieldProblem>();
  // A later rule is the stricter one: zod says first that 1e30 is no safe integer, then that it is over our limit.
  for (const problem of parsed.error.issues.map(problemOfIssue)) problems.set(`${problem.path} ${problem.code}`, problem);
  return [...problems.values()];
}

/** @throws AppError `input.invalid` with the problems by field, when there are any */
export function refuseProblems(schema: z.ZodType, value: unknown): void {
  const problems = problemsOf(schema, value);
  if (problems.length > 0) throw new AppError('input.invalid', {}, problems);
}

/** One zod issue as a field problem. */
export function problemOfIssue(issue: z.core.$ZodIssue): FieldProblem {
  const path = issue.path.map(String).join('.');
  const params: ErrorParams = {};
  if (issue.code === 'custom' && issue.params) {
    for (const [key, value] of Object.entries(issue.params)) {
      if (typeof value === 'string' || typeof value === 'number') params[key] = value;
    }
  }
  if (issue.message in fieldProblemTexts) return { path, code: issue.message as FieldProblemCode, params };
  return { path, ...generalProblem(issue) };
}

function generalProblem(issue: z.core.$ZodIssue): { code: FieldProblemCode; params: ErrorParams } {
  switch (issue.code) {
    case 'too_big':
      return { code: issue.origin === 'string' ? 'field.too-long' : 'field.too-big', params: { max: Number(issue.maximum) } };
    case 'too_small': {
      if (issue.origin === 'string' && Number(issue.minimum) === 1) return { code: 'field.required', params: {} };
      return { code: issue.origin === 'string' ? 'field.too-short' : 'field.too-small', params: { min: Number(issue.minimum) } };
    }
    case 'invalid_value':
      return choice(issue.input, issue.values);
    case 'invalid_union':
      return choice(issue.input, (issue as { options?: unknown }).options);
    case 'unrecognized_keys':
      return { code: 'field.unknown', params: { keys: issue.keys.join(', ') } };
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return { code: 'field.required', params: {} };
      return { code: issue.expected === 'int' ? 'field.whole-number' : 'field.wrong-type', params: {} };
    default:
      return { code: 'field.wrong-type', params: {} };
  }
}

function choice(input: unknown, offered: unknown): { code: FieldProblemCode; params: ErrorParams } {
  if (input === undefined) return { code: 'field.required', params: {} };
  const choices = Array.isArray(offered) ? offered.map(String).join(', ') : '';
  return { code: 'field.choice', params: { choices } };
}
