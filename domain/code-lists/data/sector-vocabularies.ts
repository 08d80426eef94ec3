// Written by npm run code-lists from SectorVocabulary.xml; not to be edited by hand.
// code, en, fr, es, category, withdrawn
export default `1	OECD DAC CRS Purpose Codes (5 digit)	Codes-secteurs OCDE CAD SNPC (5 chiffres)
2	OECD DAC CRS Purpose Codes (3 digit)	Codes-secteurs OCDE CAD SNPC (3 chiffres)
3	Classification of the Functions of Government (UN)	Classification des fonctions gouvernementales (ONU)
4	Statistical classification of economic activities in the European Community	Classification statistique sur les activités économiques dans l'Union européenne
5	National Taxonomy for Exempt Entities (USA)	Taxonomie nationale des entités exemptes (États-Unis)
6	AidData	AidData
7	SDG Goal	ODD (objectif)
8	SDG Target	ODD (cible)
9	SDG Indicator	ODD (indicateur)
10	Humanitarian Global Clusters (Inter-Agency Standing Committee)	Groupes sectoriels d'aide humanitaire (Comité permanent interorganisations)
11	North American Industry Classification System (NAICS)
12	UN System Function
98	Reporting Organisation 2	Organisation déclarante 2
99	Reporting Organisation	Organisation déclarante`;
