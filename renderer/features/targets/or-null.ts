// Empty text stands for `null`: the value is left to whoever knows a default.

export const orNull = (text: string): string | null => (text === '' ? null : text);
