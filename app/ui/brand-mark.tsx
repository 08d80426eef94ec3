/** Three voices around one plan. */
export function BrandMark() {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.25"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d="M12 3.5a8.5 8.5 0 0 1 7.36 4.250M20.2 14a8.5 8.5 0 0 1-6.7 6.360M9.3 20.060A8.5 8.5 0 0 1 5.2 7"
        strokeLinecap="round"
      />
      <circle cx="12" cy="12" r="2.75" fill="currentColor" stroke="none" />
    </svg>
  );
}
