// Scripts are imported as text; the bundler puts them into the program, so that nothing has to be found at run time.
declare module '*.sql?raw' {
  const text: string;
  // eslint-disable-next-line no-restricted-syntax -- how the bundler offers it
  export default text;
}
