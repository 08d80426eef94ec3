// Written by npm run code-lists from Region.xml; not to be edited by hand.
// code, en, fr, es, category, withdrawn
export default `88	States Ex-Yugoslavia unspecified	Etats ex-Yougoslavie non spécifié
89	Europe, regional	Europe, régional
189	North of Sahara, regional	Nord du Sahara, régional
289	South of Sahara, regional	Sud du Sahara, régional
298	Africa, regional	Afrique, régional
380	West Indies, regional	Indes occ., régional			withdrawn
389	Caribbean & Central America, regional	Caraïbes et Amérique centrale, régional
489	South America, regional	Amérique du Sud, régional
498	America, regional	Amérique, régional
589	Middle East, regional	Moyen-Orient, régional
619	Central Asia, regional	Asie centrale, régional
679	South Asia, regional	Asie du Sud, régional
689	South & Central Asia, regional	Asie du Sud & C., régional
789	Far East Asia, regional	Extrême-Orient, régional
798	Asia, regional	Asie, régional
889	Oceania, regional	Océanie, régional
998	Developing countries, unspecified	Pays en développement, non spécifié
1027	Eastern Africa, regional	Afrique de l'est, régional
1028	Middle Africa, regional	Afrique centrale, régional
1029	Southern Africa, regional	Afrique australe, régional
1030	Western Africa, regional	Afrique occidentale, régional
1031	Caribbean, regional	Caraïbes, régional
1032	Central America, regional	Amérique centrale, régional
1033	Melanesia, regional	Mélanésie, régional
1034	Micronesia, regional	Micronésie, régional
1035	Polynesia, regional	Polynésie, régional`;
