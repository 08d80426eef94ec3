/** The page stands alone, so that it needs no file but itself. Its colours are those of tokens.css. */
export const offlineStyle = `
:root {
  color-scheme: light dark;
  --paper: #f6f8f7;
  --ink: #15201f;
  --line: #dbe1e0;
  --accent: #0b5d5b;
  --on-accent: #ffffff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0f1515;
    --ink: #e7eeed;
    --line: #2c3736;
    --accent: #72ccc3;
    --on-accent: #05201f;
  }
}
body {
  margin: 0;
  min-block-size: 100vh;
  display: grid;
  place-items: center;
  background: var(--paper);
  color: var(--ink);
  font: 1rem / 1.6 system-ui, sans-serif;
}
main {
  box-sizing: border-box;
  inline-size: min(34rem, 100%);
  padding: 2rem 1.25rem;
}
h1 {
  font-size: 1.5rem;
  line-height: 1.25;
  margin: 0 0 0.75rem;
}
h2 {
  font-size: 1rem;
  margin: 2rem 0 0.5rem;
}
ul {
  list-style: none;
  margin: 0;
  padding: 0;
  border-block-start: 1px solid var(--line);
}
li {
  border-block-end: 1px solid var(--line);
}
li a {
  display: block;
  padding-block: 0.75rem;
}
a {
  color: var(--accent);
}
.again {
  display: inline-block;
  padding: 0.5rem 1rem;
  border-radius: 0.375rem;
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 500;
  text-decoration: none;
}
.name {
  margin: 0 0 1rem;
  color: var(--accent);
  font-size: 0.875rem;
  font-weight: 600;
}
a:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 2px;
}
`;
