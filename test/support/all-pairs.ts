// Few examples that together hold every pair of choices which can stand together; the same ones at every run. Knows
// nothing of what is chosen: the caller builds an example and says whether it can be.

/** A question with its possible answers by name; the first answer is the plain one. */
export type Factor = { name: string; levels: readonly string[] };
/** An answer to every factor, in the order of the factors. */
export type Choice = readonly string[];
export type Pairs = {
  rows: Choice[];
  /** Pairs that no example can hold, as `factor=level + factor=level`. */
  impossible: string[];
};

/**
 * `isPossible` judges a whole choice. A pair counts as impossible when no choice with it is found that differs from the
 * plain one in at most two more answers.
 */
export function allPairs(factors: readonly Factor[], isPossible: (choice: Choice) => boolean): Pairs {
  const open = new Set<string>();
  const known = new Map<string, boolean>();
  const possible = (choice: Choice): boolean => {
    const key = choice.join('|');
    const found = known.get(key) ?? isPossible(choice);
    known.set(key, found);
    return found;
  };
  for (const [a, b] of pairsOf(factors)) open.add(pairKey(a, b));
  const rows: Choice[] = [];
  const impossible: string[] = [];
  for (const [a, b] of pairsOf(factors)) {
    if (!open.has(pairKey(a, b))) continue;
    const seed = seedWith(factors, [a, b], possible);
    if (seed === null) {
      open.delete(pairKey(a, b));
      impossible.push([a, b].map(({ factor, level }) => `${factors[factor]?.name}=${level}`).join(' + '));
      continue;
    }
    const row = grown(factors, seed, [a.factor, b.factor], open, possible);
    rows.push(row);
    for (const pair of pairsIn(row)) open.delete(pair);
  }
  return { rows, impossible };
}

type Answer = { factor: number; level: string };

const pairKey = (a: Answer, b: Answer): string => `${a.factor}=${a.level}&${b.factor}=${b.level}`;

function* pairsOf(factors: readonly Factor[]): Generator<[Answer, Answer]> {
  for (const [i, one] of factors.entries()) {
    for (const [j, other] of factors.entries()) {
      if (j <= i) continue;
      for (const first of one.levels) {
        for (const second of other.levels) yield [{ factor: i, level: first }, { factor: j, level: second }];
      }
    }
  }
}

function* pairsIn(choice: Choice): Generator<string> {
  for (const [i, first] of choice.entries()) {
    for (let j = i + 1; j < choice.length; j += 1) {
      yield pairKey({ factor: i, level: first }, { factor: j, level: choice[j] ?? '' });
    }
  }
}

const answered = (choice: Choice, answers: readonly Answer[]): Choice =>
  choice.map((level, factor) => answers.find((one) => one.factor === factor)?.level ?? level);

/** A possible choice with these answers and as little else as can be. */
function seedWith(factors: readonly Factor[], pair: Answer[], possible: (choice: Choice) => boolean): Choice | null {
  const plain = factors.map(({ levels }) => levels[0] ?? '');
  const base = answered(plain, pair);
  if (possible(base)) return base;
  const others = factors.flatMap(({ levels }, factor) =>
    pair.some((one) => one.factor === factor) ? [] : levels.slice(1).map((level) => ({ factor, level })),
  );
  for (const one of others) if (possible(answered(base, [one]))) return answered(base, [one]);
  for (const [index, one] of others.entries()) {
    for (const other of others.slice(index + 1)) {
      if (other.factor !== one.factor && possible(answered(base, [one, other]))) return answered(base, [one, other]);
    }
  }
  return null;
}

/** Answers the other factors so that as many open pairs as possible are held. */
function grown(
  factors: readonly Factor[],
  seed: Choice,
  fixed: readonly number[],
  open: ReadonlySet<string>,
  possible: (choice: Choice) => boolean,
): Choice {
  let row = seed;
  const gain = (choice: Choice, factor: number): number => {
    let count = 0;
    const own = { factor, level: choice[factor] ?? '' };
    for (const [index, level] of choice.entries()) {
      if (index === factor) continue;
      const other = { factor: index, level };
      if (open.has(index < factor ? pairKey(other, own) : pairKey(own, other))) count += 1;
    }
    return count;
  };
  for (const [factor, { levels }] of factors.entries()) {
    if (fixed.includes(factor)) continue;
    const ranked = levels
      .map((level) => answered(row, [{ factor, level }]))
      .sort((one, other) => gain(other, factor) - gain(one, factor));
    row = ranked.find((choice) => choice[factor] === row[factor] || possible(choice)) ?? row;
  }
  return row;
}
