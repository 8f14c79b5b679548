// The rules of style that a machine can hold; there are no warnings, only errors.
import { defineConfig, globalIgnores } from 'eslint/config';
import hooks from 'eslint-plugin-react-hooks';
import typescript from 'typescript-eslint';

const configurationFiles = ['*.config.{ts,js}', 'test/e2e/playwright.config.ts'];

const style = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-console': 'error',
  'no-control-regex': 'error',
  'no-else-return': ['error', { allowElseIf: false }],
  'no-implicit-coercion': ['error', { boolean: false, allow: ['!!'] }],
  'no-var': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
  'prefer-template': 'error',
  'max-len': [
    'error',
    // A sentence or a line of a log is not broken for its width.
    { code: 120, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true },
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: 'ExportDefaultDeclaration',
      message: 'Export by name: a thing is called the same wherever it is used.',
    },
    { selector: 'TSEnumDeclaration', message: 'Use a union of literals: it needs no code at run time.' },
  ],
};

const typescriptStyle = {
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/no-non-null-assertion': 'off',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' }],
};

export default defineConfig(
  globalIgnores(['dist/', 'release/', 'coverage/', 'test-results/', 'test/fixtures/']),
  typescript.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, rules: style },
  { files: ['**/*.{ts,tsx}'], rules: typescriptStyle },
  {
    // The one rule that needs types, and most of the time that linting takes: here a lost promise is a lost error.
    files: ['electron/**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: { '@typescript-eslint/no-floating-promises': 'error' },
  },
  {
    // The plugin's other rules serve the React compiler, which is not used.
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  // Tools read their configuration from the default export.
  { files: configurationFiles, rules: { 'no-restricted-syntax': 'off' } },
);
