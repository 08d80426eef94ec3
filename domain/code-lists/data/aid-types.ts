// Written by npm run code-lists from AidType.xml; not to be edited by hand.
// code, en, fr, es, category, withdrawn
export default `A01	General budget support	Soutien budgétaire général		A
A02	Sector budget support	Soutien budgétaire sectoriel		A
B01	Core support to NGOs, other private bodies, PPPs and research institutes	Contributions aux budgets réguliers des ONG, autres organismes privés, partenariats public-privé (PPP) et instituts de recherche		B
B02	Core contributions to multilateral institutions and global funds	Contributions aux budgets réguliers des institutions multilatérales		B
B021	Core contributions to multilateral institutions	Contributions aux budgets réguliers des institutions multilatérales		B02
B022	Core contributions to global funds	Contributions de base aux fonds mondiaux		B02
B03	Contributions to specific-purpose programmes and funds managed by implementing partners	Contributions à des programmes ou fonds à objectif spécifique gérés par des partenaires d'exécution		B
B031	Contributions to multi-donor/multi-entity funding mechanisms	Contributions aux mécanismes de financement multi-donateurs / multi-entités		B03
B032	Contributions to multi-donor/single-entity funding mechanisms	Contributions aux mécanismes de financement multi-donateurs / entité unique		B03
B033	Contributions to single-donor funding mechanisms and contributions earmarked for a specific funding window or geographical location	Contributions aux mécanismes de financement à un seul donateur et contributions affectées à un guichet de financement ou à un emplacement géographique		B03
B04	Basket funds/pooled funding	Fonds communs/financements groupés		B
C01	Project-type interventions	Interventions de type projet		C
D01	Donor country personnel	Personnel du pays donneur		D
D02	Other technical assistance	Autres formes d’assistance technique		D
E01	Scholarships/training in donor country	Bourses/formations dans le pays donneur		E
E02	Imputed student costs	Coûts imputés des étudiants		E
F01	Debt relief	Allégement de la dette		F
G01	Administrative costs not included elsewhere	Frais administratifs non inclus ailleurs		G
H01	Development awareness	Sensibilisation au développement		H
H02	Refugees/asylum seekers in donor countries	Refugiés/demandeurs d’asile dans les pays donneurs		H
H03	Asylum-seekers ultimately accepted	Demandeurs d’asile finalement acceptés		H
H04	Asylum-seekers ultimately rejected	Demandeurs d’asile finalement déboutés		H
H05	Recognised refugees	Personnes auxquelles le statut de réfugié a été accordé		H
H06	Refugees and asylum seekers in other provider countries	Réfugiés et demandeurs d'asile dans d'autres pays fournisseurs		H`;
