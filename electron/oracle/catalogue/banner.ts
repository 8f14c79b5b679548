// Which release a database is. V$VERSION is granted to everybody and answers in a mounted database too.
import type { SqlSession } from '../../app/oracle-ports.ts';
import { readBanner, type Banner } from '../../../shared/domain/catalogue/release.ts';
import { textOrNull } from './columns.ts';

export const bannerSql = 'SELECT banner FROM v$version';

/** @throws AppError as `SqlSession.query`; an Error when no banner is one of Oracle Database */
export async function askBanner(session: SqlSession): Promise<Banner> {
  const banners = (await session.query(bannerSql, {}, { maxRows: 20 })).map((row) => textOrNull(row, 'banner') ?? '');
  const banner = banners.map(readBanner).find((one) => one !== null);
  if (!banner) throw new Error(`no banner of Oracle Database among ${JSON.stringify(banners)}`);
  return banner;
}
