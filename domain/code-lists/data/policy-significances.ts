// Written by npm run code-lists from PolicySignificance.xml; not to be edited by hand.
// code, en, fr, es, category, withdrawn
export default `0	not targeted
1	significant objective
2	principal objective
3	principal objective AND in support of an action programme
4	Explicit primary objective`;
