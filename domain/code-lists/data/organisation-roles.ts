// Written by npm run code-lists from OrganisationRole.xml; not to be edited by hand.
// code, en, fr, es, category, withdrawn
export default `1	Funding	Financement
2	Accountable	Responsabilité
3	Extending	Octroi
4	Implementing	Mise en œuvre`;
