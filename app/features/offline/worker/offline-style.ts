/** The page stands alone, so that it needs no file but itself. */
export const offlineStyle = `
:root {
  color-scheme: light dark;
  --ink: #1c2526;
  --paper: #fbfbfa;
  --accent: #0f5c5c;
  --line: #d5dada;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6ebea;
    --paper: #121817;
    --accent: #6cc5bf;
    --line: #33403f;
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
  border: 1px solid currentcolor;
  border-radius: 0.375rem;
  text-decoration: none;
}
a:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 2px;
}
`;
