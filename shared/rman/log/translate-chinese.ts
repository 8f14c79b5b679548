// RMAN's simplified Chinese output, brought into its English (reference §3.11; 11.1 to 12.2).
import { applyRules, type Rule } from './translate-rules.ts';

const CHINESE: readonly Rule[] = [
  [/^(?:启动|啟動) (.+?) 于 (.+)$/, 'Starting $1 at $2'],
  [/^完成 (.+?) 于 (.+)$/, 'Finished $1 at $2'],
  [/^从位于 (.+?) 的 (.+?) 开始$/, 'Starting $2 at $1'],
  [/^在 (.+?) 完成了 (.+)$/, 'Finished $2 at $1'],
  [/^通道 (\S+): 正于 (.+?) 启动段 (\d+)$/, 'channel $1: starting piece $3 at $2'],
  [/^通道 (\S+): 完成了于 (.+?) 启动段 (\d+)$/, 'channel $1: finished piece $3 at $2'],
  [/^通道 (\S+): ORA-/, () => null],
  [
    /^(?:连接到|已连接到)(?:目标|辅助)数据库(?:: ?([^ (]+))? ?[(（](.+)[)）]$/,
    (name, state) => chineseConnection(name!, state!),
  ],
  [/^使用目标数据库控制文件/, 'using target database control file instead of recovery catalog'],
  [/^(?:分配的通道|释放的通道): (\S+)$/, 'allocated channel: $1'],
  [/^使用通道 (\S+)$/, 'using channel $1'],
  [/^通道 (\S+): SID=(\d+)(?: 实例=(\S+))? 设备类型=(\S+)$/, (name, sid, instance, device) =>
    `channel ${name}: SID=${sid}${instance ? ` instance=${instance}` : ''} device type=${device}`],
  [/^通道 (\S+): 正在启动段 (\d+) 于 (.+)$/, 'channel $1: starting piece $2 at $3'],
  [/^通道 (\S+): 已完成段 (\d+) 于 (.+)$/, 'channel $1: finished piece $2 at $3'],
  [/^通道 (\S+): (?:正在启动|正在开始|启动)(.*备份集.*)$/, (channel, what) => chineseSet(channel!, what!)],
  [/^通道 (\S+): 启动数据文件副本$/, 'channel $1: starting datafile copy'],
  [/^通道 (\S+): 备份集(?:已)?完成, ?(?:经过时间|用时): ?(\S+)$/, 'channel $1: backup set complete, elapsed time: $2'],
  [/^通道 (\S+): 数据文件复制完毕, ?(?:经过时间|用时): ?(\S+)$/, 'channel $1: datafile copy complete, elapsed time: $2'],
  [/^通道 (\S+): 验证完成, ?(?:经过时间|用时): ?(\S+)$/, 'channel $1: validation complete, elapsed time: $2'],
  [/^通道 (\S+): 还原完成, ?(?:用时|经过时间): ?(\S+)$/, 'channel $1: restore complete, elapsed time: $2'],
  [/^通道 (\S+): 将数据文件 (\d+) 还原到 (.+)$/, 'channel $1: restoring datafile $2 to $3'],
  [/^输入数据文件[:,] ?文件号=(\d+) 名称=(.+)$/, 'input datafile file number=$1 name=$2'],
  [/^输入归档日志线程=(\d+) 序列=(\d+) RECID=(\d+) STAMP=(\d+)$/i, 'input archived log thread=$1 sequence=$2 RECID=$3 STAMP=$4'],
  [/^备份集内包括当前控制文件/, 'including current control file in backup set'],
  [/^备份集内包括当前的? ?SPFILE/i, 'including current SPFILE in backup set'],
  [/^(?:段|片段) ?(?:句柄|handle)=(.+?)(?: (?:标记|tag)=(.*?))? (?:注释|comment)=(.*)$/, (handle, tag, comment) =>
    `piece handle=${handle}${tag ? ` tag=${tag}` : ''} comment=${comment}`],
  [/^输出文件名=(.+?)(?: 标记=(.*?))? RECID=(\d+) STAMP=(\d+)$/, (handle, tag, recid, stamp) =>
    `output file name=${handle}${tag ? ` tag=${tag}` : ''} RECID=${recid} STAMP=${stamp}`],
  [/^交叉校验.+: 找到为 '(\w+)'$/, "crosschecked backup piece: found to be '$1'"],
  [/^(?:备份片段句柄|备份段句柄)=(.+) RECID=(\d+) STAMP=(\d+)$/, 'backup piece handle=$1 RECID=$2 STAMP=$3'],
  [/^归档日志文件名=(.+) RECID=(\d+) STAMP=(\d+)$/, 'archived log file name=$1 RECID=$2 STAMP=$3'],
  [/^已交叉检验的 (\d+) 对象/, 'Crosschecked $1 objects'],
  [/^已删除(?:的)?归档日志$/, 'deleted archived log'],
  [/^已删除(?:的)?备份(?:片段|段)$/, 'deleted backup piece'],
  [/^(\d+) 对象已删除/, 'Deleted $1 objects'],
  [/^未找到已废弃的备份/, 'no obsolete backups found'],
  [/^说明与.*都不匹配/, 'specification does not match any object in the repository'],
  [/^(?:正在)?跳过数据文件 ?(\d+)(.*)$/, (file, rest) =>
    `skipping datafile ${file} ${/未.*更改|没有.*更改/.test(rest!) ? 'because it has not changed' : '; already backed up'}`],
  [/^(?:正在)?跳过归档日志/, 'skipping archived logs; already backed up'],
  [/^(?:介质恢复完成|完成介质恢复)/, 'media recovery complete'],
];

function chineseConnection(name: string, state: string): string | null {
  const dbid = /DBID=(\d+)/.exec(state)?.[1];
  const what = /未装载|未加载/.test(state) ? 'not mounted' : /未启动/.test(state) ? 'not started' : null;
  const inside = dbid ? `DBID=${dbid}${/未打开/.test(state) ? ', not open' : ''}` : what;
  return inside && `connected to target database${name ? `: ${name}` : ''} (${inside})`;
}

function chineseSet(channel: string, what: string): string | null {
  if (/还原|恢复/.test(what)) return `channel ${channel}: starting datafile backup set restore`;
  const compressed = /压缩/.test(what) ? 'compressed ' : '';
  if (/归档|日志/.test(what)) return `channel ${channel}: starting ${compressed}archived log backup set`;
  const level = /(\d) ?级|级别 ?(\d)/.exec(what);
  const kind = level ? `incremental level ${level[1] ?? level[2]} datafile` : 'full datafile';
  return `channel ${channel}: starting ${compressed}${kind} backup set`;
}

/** 12.2 and later put blanks around `=`. */
export function chineseToEnglish(line: string): string | null {
  return applyRules(CHINESE, line.includes(' = ') ? line.replace(/ = /g, '=') : line);
}
