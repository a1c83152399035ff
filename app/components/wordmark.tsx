/** The name as a mark: three lines of text, one of them covered, as a person chooses. */
export function Wordmark() {
  return (
    <span className="wordmark">
      <svg className="wordmark__mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
        <rect className="wordmark__ground" width="32" height="32" rx="8" />
        <rect className="wordmark__line" x="7" y="8" width="18" height="3.5" rx="1.75" />
        <rect className="wordmark__cover" x="7" y="14" width="18" height="4.5" rx="1" />
        <rect className="wordmark__line" x="7" y="21" width="11" height="3.5" rx="1.75" />
      </svg>
      <bdi lang="en">Privacy for All</bdi>
    </span>
  );
}
