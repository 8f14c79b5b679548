// The body of a notification for daemons that read markup in it (Desktop Notifications Specification, "Markup"). Pure.

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** `text` so that it is shown as it is: what RMAN or a path says must not become bold, a link or nothing. */
export const asMarkup = (text: string): string => text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? '');
