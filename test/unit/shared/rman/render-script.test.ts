// The script says what the strategy says, in RMAN's order of clauses, and nothing unchecked can get into it.
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { renderScript, RUN_ID_PLACEHOLDER } from '../../../../shared/rman/render-script.ts';
import { readRman } from '../../../support/rman-tokeniser.ts';
import { everyCombination, strategySpec } from '../../../support/strategy-specs.ts';
import { expectedTokens } from './expected-reading.ts';

const ID = '01JZZZZZZZABCDEFGHJKMNPQRS';

describe('a script', () => {
  test('reads as a person would write it', () => {
    const spec = strategySpec({
      channels: 2,
      tag: 'WEEKLY_L0',
      format: '/backup/%d_%T_%U.bkp',
      deleteArchivedLogsBackedUp: 2,
    });
    expect(renderScript(spec, { version: 3, commandId: ID }).text).toBe(`# Strategy: Weekly level 0 (version 3)
# Incremental level 0 backup of the whole database with its archived logs, basic compression, 2 channels.
SET COMMAND ID TO '${ID}';
SET COMPRESSION ALGORITHM 'BASIC';
RUN {
  ALLOCATE CHANNEL c1 DEVICE TYPE DISK;
  ALLOCATE CHANNEL c2 DEVICE TYPE DISK;
  BACKUP INCREMENTAL LEVEL 0
    AS COMPRESSED BACKUPSET
    TAG 'WEEKLY_L0'
    FORMAT '/backup/%d_%T_%U.bkp'
    DATABASE PLUS ARCHIVELOG;
}
# RMAN leaves a command file at the first error: this is reached after a good backup only.
# Step: delete the archived logs that have enough backups.
DELETE NOPROMPT ARCHIVELOG ALL BACKED UP 2 TIMES TO DEVICE TYPE DISK;
`);
  });

  test.each(everyCombination('/backup/%U'))('$name says exactly what the strategy says', (spec) => {
    const { text } = renderScript(spec, { version: 1, commandId: ID });
    expect(readRman(text).tokens).toEqual(expectedTokens(spec, ID));
    expect(text.endsWith('\n')).toBe(true);
    expect(text).not.toContain('\r');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(4000);
  });

  test('is the same in the preview but for the id of the run', () => {
    const spec = strategySpec({ tag: 'FULL' });
    const preview = renderScript(spec, { version: 3, commandId: null }).text;
    const run = renderScript(spec, { version: 3, commandId: ID }).text;
    expect(preview.replace(RUN_ID_PLACEHOLDER, ID)).toBe(run);
    expect(preview.split(RUN_ID_PLACEHOLDER)).toHaveLength(2);
  });

  test('says when it is not saved', () => {
    expect(renderScript(strategySpec(), { version: null, commandId: null }).text).toContain('(not saved yet)');
  });

  test.each([
    ['name', { name: 'x\nDELETE NOPROMPT BACKUP;' }],
    ['tag', { tag: "X' DATABASE; HOST 'id" }],
    ['format', { format: "/b/%U'; HOST 'id" }],
    ['channels', { channels: 1e9 }],
    ['deleteArchivedLogsBackedUp', { deleteArchivedLogsBackedUp: Number.NaN }],
  ])('is refused for an unchecked %s', (path, change) => {
    const render = () => renderScript(strategySpec(change), { version: 1, commandId: ID });
    expect(render).toThrow(AppError);
    expect(() => render()).toThrow(expect.objectContaining({ code: 'input.invalid' }));
    try {
      render();
    } catch (error) {
      expect((error as AppError).fields.map((field) => field.path)).toContain(path);
    }
  });

  test.each(["X'; HOST 'id", '', 'A'.repeat(31), 'a\nb', 'ñ'])('is refused for the command id %j', (commandId) => {
    expect(() => renderScript(strategySpec(), { version: 1, commandId })).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ path: 'commandId' })] }),
    );
  });
});
