// Unsaved forms in the store: each owner's apart, the newest only, and gone after their time.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../../../electron/app/store-port.ts';
import { formDraftSchema, isForm } from '../../../../shared/domain/form-draft.ts';
import { newId } from '../../../../shared/domain/id.ts';
import { openInProcess, storeDirectory } from '../../../support/store-in-process.ts';

let directory: ReturnType<typeof storeDirectory>;
let store: Store;

beforeEach(() => {
  directory = storeDirectory();
  store = openInProcess(directory.file);
});
afterEach(async () => {
  await store.close();
  directory.remove();
});

const draft = (content: string, savedAt: number, form = 'strategy/new') => ({ form, base: 0, content, savedAt });

test('the newest of each form, owner by owner', async () => {
  await store.drafts.put('ana', draft('1', 10), 0);
  await store.drafts.put('ana', draft('2', 20), 0);
  await store.drafts.put('ana', draft('x', 30, `strategy/${newId(1)}`), 0);
  await store.drafts.put('eva', draft('3', 15), 0);
  expect((await store.drafts.list('ana', 0)).map(({ content }) => content)).toEqual(['x', '2']);
  expect((await store.drafts.list('eva', 0)).map(({ content }) => content)).toEqual(['3']);
  await store.drafts.drop('ana', 'strategy/new');
  expect((await store.drafts.list('ana', 0)).map(({ content }) => content)).toEqual(['x']);
  expect(await store.drafts.list('eva', 0)).toHaveLength(1);
});

test('what nobody touched is not offered, and thrown away with the next one', async () => {
  await store.drafts.put('ana', draft('old', 10), 0);
  expect(await store.drafts.list('ana', 11)).toEqual([]);
  await store.drafts.put('eva', draft('new', 100), 50);
  expect(await store.drafts.list('ana', 0)).toEqual([]);
});

test('survive the file being closed', async () => {
  await store.drafts.put('ana', { ...draft('{"ñ": 1}', 10), base: 7 }, 0);
  await store.close();
  store = openInProcess(directory.file);
  expect(await store.drafts.list('ana', 0)).toEqual([{ form: 'strategy/new', base: 7, content: '{"ñ": 1}', savedAt: 10 }]);
});

test('only forms of strategies have a place', () => {
  expect(['strategy/new', `strategy/${newId(1)}`].map(isForm)).toEqual([true, true]);
  expect(['strategy', 'strategy/', 'strategy/../x', 'target/new', 'strategy/new/1', ''].some(isForm)).toBe(false);
  expect(formDraftSchema.safeParse(draft('x'.repeat(400_001), 1)).success).toBe(false);
});
