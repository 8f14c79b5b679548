// What the simulated control file and disk remember between runs.
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstStack, handles, SMALL, workbench } from './simulate.ts';

describe('files', () => {
  it('writes real pieces, the same size for the same work and smaller when compressed', async () => {
    const bench = workbench();
    const plain = await bench.script(`BACKUP FORMAT '${bench.folder}/%U' DATABASE;`);
    const small = await bench.script(`BACKUP AS COMPRESSED BACKUPSET FORMAT '${bench.folder}/%U' DATABASE;`);
    const size = (outcome: typeof plain): number => statSync(handles(outcome)[0] ?? '').size;
    expect(size(plain)).toBeGreaterThan(500_000);
    expect(size(small)).toBeLessThan(size(plain) / 2);
  });

  it('refuses to overwrite a piece, to guess a folder, and to write where it may not', async () => {
    const bench = workbench();
    const clash = `BACKUP FORMAT '${bench.folder}/same' DATAFILE 4;`;
    expect((await bench.script(clash)).code).toBe(0);
    const again = await bench.script(clash);
    expect(again.code).toBe(1);
    expect(firstStack(again)).toEqual([
      expect.stringMatching(/^RMAN-03009: failure of backup command on ORA_DISK_1 channel at /),
      `ORA-19504: failed to create file "${bench.folder}/same"`,
      'ORA-27038: created file already exists',
      'Additional information: 1',
    ]);
    const missing = await bench.script(`BACKUP FORMAT '${bench.folder}/none/%U' DATAFILE 4;`);
    expect(missing.output).toMatch(
      /ORA-27040: file create error, unable to create file\nLinux-x86_64 Error: 2: No such file or directory\n/,
    );
  });

  it('needs %c in the format of duplexed pieces', async () => {
    const bench = workbench();
    const done = await bench.script(`BACKUP COPIES 2 FORMAT '${bench.folder}/%s_%p' DATAFILE 4;`);
    expect(done.output).toContain('ORA-27038');
  });

  it('leaves no half piece behind a failure', async () => {
    const bench = workbench();
    await bench.script(`BACKUP FORMAT '${bench.folder}/%U' DATABASE;`, { settings: { failures: ['enospc'] } });
    expect(readdirSync(bench.folder).sort()).toEqual(['.rman-simulator', 'script.rman']);
  });

  it('expands every specifier', async () => {
    const bench = workbench();
    const done = await bench.script(`BACKUP FORMAT '${bench.folder}/%d_%n_%I_%T_%Y%M%D_%s_%p_%c_%t_%u_%%' DATAFILE 4;`);
    const dbid = /DBID=(\d+)/.exec(done.output)?.[1];
    expect(handles(done)[0]).toMatch(new RegExp(`/DEMO_DEMOxxxx_${dbid}_(\\d{8})_\\1_1_1_1_\\d{10}_[0-9a-z]{8}_%$`));
    const wrong = await bench.script(`BACKUP FORMAT '${bench.folder}/%U_%N' DATAFILE 4;`);
    expect(wrong.output).toContain('ORA-19715: invalid format N for generated name');
  });

  it('uses Oracle-managed names without a format', async () => {
    const done = await workbench().script('BACKUP INCREMENTAL LEVEL 0 TAG x DATAFILE 4;');
    expect(handles(done)[0]).toMatch(/\/fra\/DEMO\/backupset\/\d{4}_\d\d_\d\d\/o1_mf_nnnd0_X_\w{8}_\.bkp$/);
    expect(handles(done)[1]).toMatch(/\/fra\/DEMO\/autobackup\/\d{4}_\d\d_\d\d\/o1_mf_s_\d{10}_\w{8}_\.bkp$/);
  });
});

describe('records', () => {
  it('counts sets and keys on, upper-cases tags and remembers CONFIGURE', async () => {
    const bench = workbench();
    await bench.script("CONFIGURE CONTROLFILE AUTOBACKUP OFF;\nBACKUP TAG 'daily x' DATAFILE 4;");
    await bench.script('BACKUP DATAFILE 4;');
    const list = await bench.script('LIST BACKUP SUMMARY;\nSHOW CONTROLFILE AUTOBACKUP;');
    const rows = list.lines.filter((line) => /^\d+ +B /.test(line));
    expect(rows.map((row) => row.split(/\s+/)[0])).toEqual(['1', '2']);
    expect(rows[0]).toMatch(/DAILY X$/);
    expect(list.output).toContain('\nCONFIGURE CONTROLFILE AUTOBACKUP OFF;\n');
  });

  it('backs up new logs once and deletes them with DELETE INPUT', async () => {
    const bench = workbench();
    const first = await bench.script('BACKUP ARCHIVELOG ALL DELETE INPUT;');
    const paths = first.lines.flatMap((line) => /^archived log file name=(\S+)/.exec(line)?.[1] ?? []);
    expect(paths.length).toBeGreaterThan(3);
    expect(paths.some((path) => existsSync(path))).toBe(false);
    const second = await bench.script(
      'BACKUP ARCHIVELOG ALL NOT BACKED UP 1 TIMES;\nBACKUP ARCHIVELOG ALL NOT BACKED UP 1 TIMES;',
    );
    expect(second.lines.filter((line) => line.startsWith('input archived log'))).toHaveLength(2);
    expect(second.output).toMatch(/skipping archived log of thread 1 with sequence \d+; already backed up/);
  });

  it('takes level 0 for files without a parent, then level 1', async () => {
    const bench = workbench();
    const level1 = 'BACKUP INCREMENTAL LEVEL 1 DATABASE;';
    const first = await bench.script(level1);
    expect(first.output).toContain('no parent backup or copy of datafile 1 found');
    expect(first.output).toContain('starting incremental level 0 datafile backup set');
    const second = await bench.script(level1);
    expect(second.output).not.toContain('no parent');
    expect(second.output).toContain('starting incremental level 1 datafile backup set');
    expect(statSync(handles(second)[0] ?? '').size).toBeLessThan(statSync(handles(first)[0] ?? '').size / 3);
  });

  it('rolls copies forward from the third day on', async () => {
    const bench = workbench();
    const day =
      "RUN { RECOVER COPY OF DATABASE WITH TAG 'IMG';\n" +
      "BACKUP INCREMENTAL LEVEL 1 FOR RECOVER OF COPY WITH TAG 'IMG' DATABASE; }";
    const [first, second, third] = [await bench.script(day), await bench.script(day), await bench.script(day)];
    expect(first.output).toContain('no copy of datafile 1 found to recover');
    expect(first.lines.filter((line) => line.startsWith('output file name='))).toHaveLength(4);
    expect(second.output).not.toContain('no parent');
    expect(second.output).toContain('starting incremental level 1 datafile backup set');
    expect(second.output).not.toContain('recovering datafile copy');
    expect(third.lines.filter((line) => line.startsWith('recovering datafile copy'))).toHaveLength(4);
    expect(third.output).toMatch(/channel ORA_DISK_1: piece handle=\S+ tag=/);
  });

  it('marks what is gone EXPIRED and deletes only that', async () => {
    const bench = workbench();
    const made = await bench.script(
      `BACKUP FORMAT '${bench.folder}/%U' DATAFILE 3;\nBACKUP FORMAT '${bench.folder}/%U' DATAFILE 4;`,
    );
    rmSync(handles(made)[0] ?? '');
    const warned = await bench.script('DELETE NOPROMPT BACKUP OF DATAFILE 3;');
    expect(warned.code).toBe(0);
    expect(warned.output).toMatch(
      /RMAN-06207: warning: 1 objects could not be deleted[\s\S]*RMAN-06214: Backup Piece {4}\S+/,
    );
    const checked = await bench.script('CROSSCHECK BACKUP;\nDELETE NOPROMPT EXPIRED BACKUP;\nLIST BACKUP SUMMARY;');
    expect(checked.code).toBe(0);
    expect(checked.lines.filter((line) => line.includes("found to be 'EXPIRED'"))).toHaveLength(1);
    expect(checked.output).toContain('Deleted 1 EXPIRED objects');
    expect(checked.output).toMatch(/Crosschecked 4 objects/);
  });

  it('asks before it deletes without NOPROMPT; a closed input means no', async () => {
    const bench = workbench();
    await bench.script('BACKUP DATAFILE 4;');
    const no = await bench.run({ args: ['target', '/'], input: 'DELETE BACKUP;\n' });
    expect(no.output).toContain('Do you really want to delete the above objects (enter YES or NO)? ');
    expect(no.output).not.toContain('deleted backup piece');
    const yes = await bench.run({ args: ['target', '/'], input: 'DELETE BACKUP;\nyes\n' });
    expect(yes.output).toContain('deleted backup piece');
  });

  it('keeps by the retention policy and by KEEP', async () => {
    const bench = workbench();
    const full = `BACKUP FORMAT '${bench.folder}/%U' DATABASE;`;
    await bench.script(`BACKUP KEEP UNTIL TIME 'SYSDATE+30' FORMAT '${bench.folder}/k_%U' DATABASE;\n${full}\n${full}`);
    const report = await bench.script('REPORT OBSOLETE REDUNDANCY 2;\nREPORT OBSOLETE;');
    const first = report.output.indexOf('Report of obsolete');
    expect(report.output.slice(0, first)).not.toContain(`${bench.folder}/k_`);
    const gone = await bench.script('DELETE NOPROMPT OBSOLETE;\nDELETE NOPROMPT OBSOLETE;');
    expect(gone.code).toBe(0);
    expect(gone.output).toContain('no obsolete backups found');
    expect(readdirSync(bench.folder).filter((name) => name.startsWith('k_')).length).toBeGreaterThan(0);
    const validated = await bench.script('RESTORE DATABASE VALIDATE;');
    expect(validated.code).toBe(0);
  });

  it('says so when the policy is NONE', async () => {
    const done = await workbench().script('CONFIGURE RETENTION POLICY TO NONE;\nDELETE NOPROMPT OBSOLETE;');
    expect(done.code).toBe(0);
    expect(done.output).toContain('RMAN-06525: RMAN retention policy is set to none');
  });

  it('finds damaged pieces when it validates a restore', async () => {
    const bench = workbench();
    const made = await bench.script(`BACKUP FORMAT '${bench.folder}/%U' DATABASE;`);
    appendFileSync(handles(made)[0] ?? '', 'x');
    const done = await bench.script('RESTORE DATABASE VALIDATE;');
    expect(done.code).toBe(1);
    expect(done.output).toContain('RMAN-06023: no backup or copy of datafile 1 found to restore');
    expect(done.output).toContain(`ORA-19870: error while restoring backup piece ${handles(made)[0]}`);
  });

  it('fails over to an older backup', async () => {
    const bench = workbench();
    const full = `BACKUP FORMAT '${bench.folder}/%U' DATABASE;`;
    await bench.script(full);
    const newer = await bench.script(full);
    rmSync(handles(newer)[0] ?? '');
    const done = await bench.script('RESTORE DATABASE VALIDATE;');
    expect(done.code).toBe(0);
    expect(done.output).toMatch(/ORA-19870: .*\nORA-19505: .*\nORA-27037: .*\n[\s\S]*failover to previous backup/);
  });

  it('takes pieces back with CATALOG', async () => {
    const bench = workbench();
    await bench.script(`BACKUP TAG back FORMAT '${bench.folder}/p_%U' DATABASE;\nCHANGE BACKUP TAG back UNCATALOG;`);
    const gone = await bench.script('RESTORE DATABASE VALIDATE;');
    expect(gone.code).toBe(1);
    const done = await bench.script(`CATALOG START WITH '${bench.folder}/p_' NOPROMPT;\nRESTORE DATABASE VALIDATE;`);
    expect(done.output).toContain('List of Cataloged Files');
    expect(done.code).toBe(0);
  });

  it('needs the password of an encrypted backup', async () => {
    const bench = workbench();
    await bench.script('SET ENCRYPTION ON IDENTIFIED BY "s3" ONLY;\nBACKUP DATABASE;');
    expect((await bench.script('RESTORE DATABASE VALIDATE;')).output).toContain('ORA-19913: unable to decrypt backup');
    expect((await bench.script('SET DECRYPTION IDENTIFIED BY "s3";\nRESTORE DATABASE VALIDATE;')).code).toBe(0);
    const wallet = await bench.script('SET ENCRYPTION ON;\nBACKUP DATABASE;');
    expect(firstStack(wallet).slice(1)).toEqual([
      'ORA-19914: unable to encrypt backup',
      'ORA-28365: wallet is not open',
    ]);
  });
});

describe('the state file', () => {
  it('holds no backup that failed', async () => {
    const bench = workbench();
    await bench.script('BACKUP DATABASE;', { settings: { failures: ['corruption'] } });
    const state = JSON.parse(readFileSync(join(bench.home, 'state.json'), 'utf8')) as { sets: unknown[] };
    expect(state.sets).toEqual([]);
  });

  it('heals a failure that was ordered once', async () => {
    const bench = workbench();
    const settings = { failures: [{ name: 'enospc', times: 1 }] };
    expect((await bench.script('BACKUP DATABASE;', { settings })).code).toBe(1);
    expect((await bench.script('BACKUP DATABASE;', { settings })).code).toBe(0);
  });

  it('keeps pluggable databases apart', async () => {
    const bench = workbench();
    const settings = { database: { ...SMALL, pdbs: ['PDB1'], pdbTablespaces: { SYSTEM: 16, USERS: 8 } } };
    const done = await bench.script(
      'BACKUP DATABASE;\nBACKUP PLUGGABLE DATABASE pdb1;\nBACKUP TABLESPACE pdb1:users;',
      { settings },
    );
    expect(done.code).toBe(0);
    expect(handles(done).some((handle) => /\/fra\/DEMO\/[0-9A-F]{32}\/backupset\//.test(handle))).toBe(true);
    expect(done.lines.filter((line) => line.includes('file number=00006'))).toHaveLength(3);
  });
});
