// Whether the view stays at the end of a log that grows. Pure.

/** `seen`: how many lines there were when the user left the end. */
export type Follow = { on: true } | { on: false; seen: number };

export type FollowEvent =
  /** The user moved; `atEnd` when nothing is below the window afterwards. */
  | { kind: 'moved'; atEnd: boolean; total: number }
  /** A jump to an error, a match or a line: the user wants to read there. */
  | { kind: 'jumped'; total: number }
  | { kind: 'again' };

export const FOLLOWING: Follow = { on: true };

export function nextFollow(follow: Follow, event: FollowEvent): Follow {
  switch (event.kind) {
    case 'again':
      return FOLLOWING;
    case 'jumped':
      return follow.on ? { on: false, seen: event.total } : follow;
    case 'moved':
      if (event.atEnd) return FOLLOWING;
      return follow.on ? { on: false, seen: event.total } : follow;
  }
}

/** Lines that came since the user left the end. */
export const newLines = (follow: Follow, total: number): number => (follow.on ? 0 : Math.max(0, total - follow.seen));
