// English texts of stored passwords: set, replaced, forgotten, and what the desktop's keychain means for them.
export const secretEn = {
  password: 'Password',
  title: 'Password of {user}',
  stored: 'A password is stored.',
  set: 'Set password…',
  replace: 'Replace password…',
  forget: 'Forget password',
  forgotten: 'The password was removed.',
  saved: 'The password was stored.',
  hint: 'Stored in the keychain of this desktop. It is never shown again, written to a log or passed on a command line.',
  store: 'Store password',
  plainTitle: 'This desktop offers no keychain',
  plainText: 'The password would be stored in a file that every program of this user can read. Better start a keyring first, such as gnome-keyring or KWallet.',
  plainAccept: 'Store it readable anyway',
  unavailable: 'The keychain of this session cannot be opened: no password can be stored.',
} as const;
