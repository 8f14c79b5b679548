// Puts long lists of patterns together, one per line, so that they can be read. It knows no log.

/** One expression that matches where any of the given ones does; flags are the first one's. */
export function oneOf(...patterns: readonly RegExp[]): RegExp {
  const flags = patterns[0]?.flags ?? '';
  return new RegExp(patterns.map((pattern) => `(?:${pattern.source})`).join('|'), flags);
}
