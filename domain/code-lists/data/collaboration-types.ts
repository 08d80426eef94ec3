// Written by npm run code-lists from CollaborationType.xml; not to be edited by hand.
// code, en, fr, es, category, withdrawn
export default `1	Bilateral	Bilatéral
2	Multilateral (inflows)	Multilatéral (contributions des donneurs du CAD)
3	Bilateral, core contributions to NGOs and other private bodies / PPPs	Contributions bilatérales au budget général d'organisations non gouvernementales, d'autres organisations de la société civile, de partenariats publics-privés et d'instituts de recherches
4	Multilateral outflows	Apports des institutions multilatérales
6	Private Sector Outflows	Apports du secteur privé
7	Bilateral, ex-post reporting on NGOs’ activities funded through core contributions	Contributions bilatérales, notification ex post des activités des ONG financées par des contributions des donneurs au budget général de l'ONG
8	Bilateral, triangular co-operation	Coopération triangulaire bilatérale`;
