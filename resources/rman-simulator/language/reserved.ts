// The words RMAN reserves: written without quotes they are never a name. Shared by all grammars of this folder.

const WORDS = `
abort accessible active add advise adviseid after algorithm all allocate allow alter and append applied
archivelog area as asc at atall autobackup autolocate auxiliary auxname available backed backup backuppiece
backups backupset before between block blockrecover blocks by cancel catalog change channel charset check
checksyntax clear clone cloning cmdfile cmf command comment commit compact compatible completed completion
compressed compression configure connect consistent context controlfile controlfilecopy convert copies copy
corruption create critical cross crosscheck cumulative current database datafile datafilecopy datapump day days
dba dbid db_file_name_convert db_name db_recovery_file_dest db_unique_name debug decryption default define
delete deletion demand destination detail device devtype diagnostic directory diskratio disk display do
dorecover drop dump duplex duplicate duration echo enable encryption encrypt excerpt exclude execute exit
expired export failover failure fatal file files filesperset final first flashback for force foreign forever
format from full get grant group guarantee guid header high host id identified identifier immediate import
inaccessible incarnation include including incremental input instance io job job_id keep kbytes label level
libparm library libtext like limit list load log logfile logical logs logseq low maintenance mask maxcorrupt
maxdays maximum maxopenfiles maxpiecesize maxseq maxsetsize maxsize memory minimize misc mount msgno msglog name
need new newname nocatalog nocfau nochecksum nocompare nodevalincl noduplicates noencryption noexclude
nofilenamecheck nofileupdate nokeep nologs nomount none noprompt noredo normal noresume not null obsolete of off
offline on only open optimization option or orphan out overwrite packages parallel parallelism parameter parms
partial password percent pfile pipe platform pluggable plus point policy pool prebuild preview primary print
priority privileges proxy put quit rate rcvcat rcvman readonly readrate recall recover recoverable recovery
redundancy register relative release reload remove renormalize replace replicate report reset resetlogs restore
restricted resync retention reuse revoke root rpc run schema scn script section send sequence set setlimit
setsize shipped show shutdown since size skip slaxdebug snapshot spfile spool sql standby start startup step
summary switch tablespace tablespaces tag target tdes test thread time timeout times to trace transactional
transport type unavailable uncatalog undo unlimited unrecoverable unregister until up upgrade usemap users_only
using validate verbose version view virtual wallet warn window with
`;

const RESERVED = new Set(WORDS.split(/\s+/).filter((word) => word !== ''));
// Named here and not in the list: they look like ordinary names, and databases have tablespaces or channels so called.
for (const word of ['users_only', 'tdes', 'group', 'do', 'dba', 'day', 'io', 'id', 'name']) {
  RESERVED.delete(word);
}

export function isReserved(word: string): boolean {
  return RESERVED.has(word.toLowerCase());
}
