// How names are compared: people do not mean capitals to tell two things apart. Pure.

/** Equal for names that differ in capitals alone: such names may not stand beside each other. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
