// Number format models of TO_CHAR: 9, 0, D or ., G or ,, FM, S, $ and X.

function hexadecimal(value: number, format: string): string {
  const digits = Math.round(value).toString(16);
  const width = format.replace(/^FM/i, '').length;
  const cased = format.includes('X') ? digits.toUpperCase() : digits;
  if (cased.length > width) return '#'.repeat(width + 1);
  const filled = /^(FM)?0/i.test(format) ? cased.padStart(width, '0') : cased;
  return /^FM/i.test(format) ? filled : filled.padStart(width + 1);
}

export function formatNumber(value: number, format: string): string {
  if (/^(FM)?0*X+$/i.test(format)) return hexadecimal(value, format);
  const compact = /^FM/i.test(format);
  const signed = /S/i.test(format);
  const picture = format
    .replace(/^FM/i, '')
    .replace(/[S$LB]|MI|PR/gi, '')
    .toUpperCase();
  const [wholePicture, fractionPicture = ''] = picture.split(/[D.]/);
  const digits = Math.abs(value).toFixed(fractionPicture.length);
  const [whole = '', fraction = ''] = digits.split('.');
  const places = wholePicture!.replace(/[G,]/g, '');
  const firstZero = places.indexOf('0');
  const least = firstZero < 0 ? 0 : places.length - firstZero;
  let shown = (whole === '0' && least === 0 && fractionPicture !== '' ? '' : whole).padStart(least, '0');
  if (shown.length > places.length) return '#'.repeat(format.length + 1);
  if (/[G,]/.test(wholePicture!)) shown = shown.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const tail = compact
    ? fraction.slice(0, Math.max(fraction.replace(/0+$/, '').length, fractionPicture.lastIndexOf('0') + 1))
    : fraction;
  const number = shown + (fractionPicture === '' ? '' : `.${tail}`);
  const sign = value < 0 ? '-' : signed ? '+' : '';
  return compact
    ? sign + number
    : (sign + number).padStart(wholePicture!.length + (fractionPicture ? fractionPicture.length + 1 : 0) + 1);
}
