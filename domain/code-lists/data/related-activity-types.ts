// Written by npm run code-lists from RelatedActivityType.xml; not to be edited by hand.
// code, en, fr, es, category, withdrawn
export default `1	Parent	Parent
2	Child	Descendant
3	Sibling	Fratrie
4	Co-funded	Co-financée
5	Third Party	Tiers`;
