// Written by npm run code-lists from OrganisationType.xml; not to be edited by hand.
// code, en, fr, es, category, withdrawn
export default `10	Government	Gouvernement
11	Local Government
15	Other Public Sector	Autre secteur public
21	International NGO	ONG internationale
22	National NGO	ONG nationale
23	Regional NGO	ONG regionale
24	Partner Country based NGO
30	Public Private Partnership	Partenariat public-privé
40	Multilateral	Multilatéral
60	Foundation	Fondation
70	Private Sector	Secteur privé
71	Private Sector in Provider Country
72	Private Sector in Aid Recipient Country
73	Private Sector in Third Country
80	Academic, Training and Research	Universitaire, formation et recherche
90	Other`;
