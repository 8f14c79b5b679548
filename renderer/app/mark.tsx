// The product's sign: a database with a copy behind it.
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path d="M8 4.5c0-1.4 3.1-2.5 7-2.5s7 1.1 7 2.5v11c0 1-1.5 1.8-3.8 2.2" stroke="currentColor" strokeWidth="1.8" opacity="0.55" />
      <ellipse cx="9" cy="8.5" rx="7" ry="2.5" stroke="currentColor" strokeWidth="1.8" />
      <path d="M2 8.5v11C2 20.9 5.1 22 9 22s7-1.1 7-2.5v-11" stroke="currentColor" strokeWidth="1.8" />
      <path d="m6 15.5 2.3 2.3 4-4.3" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
