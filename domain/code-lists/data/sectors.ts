// Written by npm run code-lists from Sector.xml; not to be edited by hand.
// code, en, fr, es, category, withdrawn
export default `11110	Education policy and administrative management	Politique de l'éducation et gestion administrative		111
11120	Education facilities and training	Equipements scolaires et formation		111
11130	Teacher training	Formation des enseignants		111
11182	Educational research	Recherche en éducation		111
11220	Primary education	Enseignement primaire		112
11230	Basic life skills for adults	Education pour une meilleure qualité de vie pour les adultes		112
11231	Basic life skills for youth	Éducation pour une meilleure qualité de vie pour les jeunes		112
11232	Primary education equivalent for adults	Education primaire des adultes		112
11240	Early childhood education	Education de la petite enfance		112
11250	School feeding	Alimentation à l'école		112
11260	Lower secondary education	Premier cycle de l'enseignement secondaire		112
11320	Upper Secondary Education (modified and includes data from 11322)	Enseignement secondaire supérieur (modifié et comprend les données de 11322)		113
11321	Lower secondary education	Premier cycle de l'enseignement secondaire		113	withdrawn
11322	Upper secondary education	Deuxième cycle de l'enseignement secondaire		113	withdrawn
11330	Vocational training	Formation professionnelle		113
11420	Higher education	Enseignement supérieur		114
11430	Advanced technical and managerial training	Formation technique supérieure de gestion		114
12110	Health policy and administrative management	Politique de la santé et gestion administrative		121
12181	Medical education/training	Education et formation médicales		121
12182	Medical research	Recherche médicale		121
12191	Medical services	Services médicaux		121
12196	Health statistics and data	Statistiques et données sur la santé		121
12220	Basic health care	Soins et services de santé de base		122
12230	Basic health infrastructure	Infrastructure pour la santé de base		122
12240	Basic nutrition	Nutrition de base		122
12250	Infectious disease control	Lutte contre les maladies infectieuses		122
12261	Health education	Education sanitaire		122
12262	Malaria control	Lutte contre le paludisme		122
12263	Tuberculosis control	Lutte contre la tuberculose		122
12264	COVID-19 control	Lutte contre la COVID-19		122
12281	Health personnel development	Formation de personnel de santé		122
12310	NCDs control, general	Lutte contre les MNT, général		123
12320	Tobacco use control	Lutte contre l'usage du tabac		123
12330	Control of harmful use of alcohol and drugs	Lutte contre l'usage nocif de l'alcool et des drogues		123
12340	Promotion of mental health and well-being	Promotion de la santé mentale et du bien-être		123
12350	Other prevention and treatment of NCDs	Autre prévention et traitement des MNT		123
12382	Research for prevention and control of NCDs	Recherche pour la prévention et le contrôle des MNT		123
13010	Population policy and administrative management	Politique/programmes en matière de population et gestion administrative		130
13020	Reproductive health care	Soins en matière de fertilité		130
13030	Family planning	Planification familiale		130
13040	STD control including HIV/AIDS	Lutte contre les MST et VIH/sida		130
13081	Personnel development for population and reproductive health	Formation de personnel en matière de population et de santé et fertilité		130
13096	Population statistics and data	Statistiques et données démographiques		130
14010	Water sector policy and administrative management	Politique et gestion administrative du secteur de l'eau		140
14015	Water resources conservation (including data collection)	Préservation des ressources en eau (y compris collecte de données)		140
14020	Water supply and sanitation - large systems	Approvisionnement en eau et assainissement - systèmes à grande échelle		140
14021	Water supply - large systems	Approvisionnement en eau – systèmes à grande échelle		140
14022	Sanitation - large systems	Assainissement - systèmes à grande échelle		140
14030	Basic drinking water supply and basic sanitation	Approvisionnement en eau potable et assainissement - dispositifs de base		140
14031	Basic drinking water supply	Approvisionnement en eau potable – dispositifs de base		140
14032	Basic sanitation	Assainissement - dispositifs de base		140
14040	River basins development	Aménagement de bassins fluviaux		140
14050	Waste management/disposal	Traitement des déchets		140
14081	Education and training in water supply and sanitation	Education et formation dans la distribution d'eau et d'assainissement		140
15110	Public sector policy and administrative management	Politiques publiques et gestion administrative		151
15111	Public finance management (PFM)	Gestion des finances publiques		151
15112	Decentralisation and support to subnational government	Décentralisation et soutien aux administrations infranationales		151
15113	Anti-corruption organisations and institutions	Organisations et institutions pour la lutte contre la corruption		151
15114	Domestic revenue mobilisation	Mobilisation des ressources intérieures		151
15116	Tax collection	Recouvrement de l'impôt		151
15117	Budget planning	Planification budgétaire		151
15118	National audit	Contrôle interne national		151
15119	Debt and aid management	Gestion de l'aide et de la dette publique		151
15120	Public sector financial management			151	withdrawn
15121	Foreign affairs	Affaires étrangères		151
15122	Diplomatic missions	Missions diplomatiques		151
15123	Administration of developing countries' foreign aid	Gestion de l'aide étrangère des pays en développement		151
15124	General personnel services	Services généraux de personnel		151
15125	Public Procurement	Marchés publics		151
15126	Other general public services	Autres services généraux		151
15127	National monitoring and evaluation	Suivi et evaluation au niveau national		151
15128	Local government finance	Financement des gouvernements locaux		151
15129	Other central transfers to institutions	Autres transferts du centre à des institutions		151
15130	Legal and judicial development	Développement des services légaux et judiciaires		151
15131	Justice, law and order policy, planning and administration	Développement et administration des politiques de justice et de maintien de l'ordre		151
15132	Police	Police		151
15133	Fire and rescue services	Incendies et services de sauvetage		151
15134	Judicial affairs	Système judiciaire		151
15135	Ombudsman	Ombudsman		151
15136	Immigration	Immigration		151
15137	Prisons	Prisons		151
15140	Government administration			151	withdrawn
15142	Macroeconomic policy	Politique macroéconomique		151
15143	Meteorological services	Services météorologiques		151
15144	National standards development	Élaboration des normes nationales		151
15150	Democratic participation and civil society	Participation démocratique et société civile		151
15151	Elections	Élections		151
15152	Legislatures and political parties	Assemblées législatives et partis politiques		151
15153	Media and free flow of information	Médias et liberté de l'information		151
15154	Executive office	Exécutif		151
15155	Tax policy and administration support	Politique et administration fiscales		151
15156	Other non-tax revenue mobilisation	Mobilisation des ressources intérieures autre que les recettes non-fiscales		151
15160	Human rights	Droits de la personne		151
15161	Elections			151	withdrawn
15162	Human rights			151	withdrawn
15163	Free flow of information			151	withdrawn
15164	Women's equality organisations and institutions			151	withdrawn
15170	Women's rights organisations and movements, and government institutions	Organisations et mouvements de défense des droits des femmes et institutions gouvernementales		151
15180	Ending violence against women and girls	Élimination de la violence à l'égard des femmes et des filles		151
15185	Local government administration	Administration publique locale		151
15190	Facilitation of orderly, safe, regular and responsible migration and mobility	Faciliter la migration et la mobilité de façon ordonnée, sans danger, régulière et responsable		151
15196	Government and civil society statistics and data	Statistiques et données du gouvernement et de la société civile		151
15210	Security system management and reform	Gestion et réforme des systèmes de sécurité		152
15220	Civilian peace-building, conflict prevention and resolution	Dispositifs civils de construction de la paix, et de prévention et de règlement des conflits		152
15230	Participation in international peacekeeping operations	Participation à des opérations internationales de maintien de la paix		152
15240	Reintegration and SALW control	Réintégration et contrôle des armes légères et de petit calibre		152
15250	Removal of land mines and explosive remnants of war	Enlèvement des mines terrestres et restes explosifs de guerre		152
15261	Child soldiers (prevention and demobilisation)	Enfants soldats (Prévention et démobilisation)		152
16010	Social Protection	Protection sociale		160
16011	Social protection and welfare services policy, planning and administration	Politiques, planification et administration des services de protection sociale		160
16012	Social security (excl pensions)	Protection sociale (excluant retraites)		160
16013	General pensions	Retraites		160
16014	Civil service pensions	Régimes de retraite des fonctionnaires		160
16015	Social services (incl youth development and women+ children)	Services sociaux (y compris jeunes, femmes et enfants)		160
16020	Employment creation	Création d'emplois		160
16030	Housing policy and administrative management	Politique du logement et gestion administrative		160
16040	Low-cost housing	Logement à coût réduit		160
16050	Multisector aid for basic social services	Aide plurisectorielle pour les services sociaux de base		160
16061	Culture and recreation	Culture et loisirs		160
16062	Statistical capacity building	Renforcement des capacités statistiques		160
16063	Narcotics control	Lutte contre le trafic de drogues		160
16064	Social mitigation of HIV/AIDS	Atténuation de l'impact social du VIH/sida		160
16065	Recreation and sport	Récréation et sport		160
16066	Culture	Culture		160
16070	Labour rights	Droits du travail		160
16080	Social dialogue	Dialogue social		160
21010	Transport policy and administrative management	Politique des transports et gestion administrative		210
21011	Transport policy, planning and administration	Politiques, planification et administration des transports		210
21012	Public transport services	Transports en commun		210
21013	Transport regulation	Réglementation des transports		210
21020	Road transport	Transport routier		210
21021	Feeder road construction	Construction des voies de desserte		210
21022	Feeder road maintenance	Entretien des voies de desserte		210
21023	National road construction	Construction des routes nationales		210
21024	National road maintenance	Entretien des routes nationales		210
21030	Rail transport	Transport ferroviaire		210
21040	Water transport	Transport par voies d'eau		210
21050	Air transport	Transport aérien		210
21061	Storage	Stockage		210
21081	Education and training in transport and storage	Education/formation dans les transports et le stockage		210
22010	Communications policy and administrative management	Politique des communications et gestion administrative		220
22011	Communications policy, planning and administration	Politiques, planification et administration des communications		220
22012	Postal services	Services postaux		220
22013	Information services	Services d'information		220
22020	Telecommunications	Télécommunications		220
22030	Radio/television/print media	Radio, télévision, presse écrite		220
22040	Information and communication technology (ICT)	Technologies de l'information et de la communication (TIC)		220
23010	Energy policy and administrative management			230	withdrawn
23020	Power generation/non-renewable sources			230	withdrawn
23030	Power generation/renewable sources			230	withdrawn
23040	Electrical transmission/ distribution			230	withdrawn
23050	Gas distribution			230	withdrawn
23061	Oil-fired power plants			230	withdrawn
23062	Gas-fired power plants			230	withdrawn
23063	Coal-fired power plants			230	withdrawn
23064	Nuclear power plants			230	withdrawn
23065	Hydro-electric power plants			230	withdrawn
23066	Geothermal energy			230	withdrawn
23067	Solar energy			230	withdrawn
23068	Wind power			230	withdrawn
23069	Ocean power			230	withdrawn
23070	Biomass			230	withdrawn
23081	Energy education/training			230	withdrawn
23082	Energy research			230	withdrawn
23110	Energy policy and administrative management	Politique énergétique et gestion administrative		231
23111	Energy sector policy, planning and administration	Politiques, planification et administration du secteur de l'énergie		231
23112	Energy regulation	Réglementation de l'énergie		231
23181	Energy education/training	Éducation et formation dans le domaine de l'énergie		231
23182	Energy research	Recherche dans le domaine de l'énergie		231
23183	Energy conservation and demand-side efficiency	Économies d'énergie et efficacité du côté de la demande		231
23210	Energy generation, renewable sources - multiple technologies	Production d'énergie, sources renouvelables - multiples technologies		232
23220	Hydro-electric power plants	Centrales hydrauliques		232
23230	Solar energy for centralised grids	Energie solaire pour réseaux centralisés		232
23231	Solar energy for isolated grids and standalone systems	Energie solaire pour réseaux isolés et systèmes autonomes		232
23232	Solar energy - thermal applications	Energie solaire - usage thermique		232
23240	Wind energy	Énergie éolienne		232
23250	Marine energy	Énergie marine		232
23260	Geothermal energy	Énergie géothermique		232
23270	Biofuel-fired power plants	Centrales à biocombustibles		232
23310	Energy generation, non-renewable sources, unspecified	Production d'énergie, sources non renouvelables - non spécifié		233
23320	Coal-fired electric power plants	Centrales au charbon		233
23330	Oil-fired electric power plants	Centrales au fioul		233
23340	Natural gas-fired electric power plants	Centrales au gaz naturel		233
23350	Fossil fuel electric power plants with carbon capture and storage (CCS)	Centrales thermiques classiques avec captage et stockage du carbone (CSC)		233
23360	Non-renewable waste-fired electric power plants	Production d'électricité, déchets non renouvelables		233
23410	Hybrid energy electric power plants	Centrales hybrides		234
23510	Nuclear energy electric power plants and nuclear safety	Centrales nucléaires et sûreté nucléaire		235
23610	Heat plants	Production de chaleur seule		236
23620	District heating and cooling	Réseaux urbains de chaleur et de froid		236
23630	Electric power transmission and distribution (centralised grids)	Transport et distribution d'électricité (réseaux centralisés)		236
23631	Electric power transmission and distribution (isolated mini-grids)	Transport et distribution d'électricité (petits réseaux isolés)		236
23640	Retail gas distribution	Distribution au détail de gaz		236
23641	Retail distribution of liquid or solid fossil fuels	Distribution au détail de carburants fossiles liquide ou solides		236
23642	Electric mobility infrastructures	Infrastructures électriques à l'usage de la mobilité		236
24010	Financial policy and administrative management	Politique des finances et gestion administrative		240
24020	Monetary institutions	Institutions monétaires		240
24030	Formal sector financial intermediaries	Intermédiaires financiers officiels		240
24040	Informal/semi-formal financial intermediaries	Intermédiaires financiers du secteur informel et semi formel		240
24050	Remittance facilitation, promotion and optimisation	Facilitation, promotion et optimisation des transferts de fonds des migrants		240
24081	Education/training in banking and financial services	Education/formation bancaire et dans les services financiers		240
25010	Business policy and administration	Politique commerciale et administration		250
25020	Privatisation	Privatisation		250
25030	Business development services	Business development services		250
25040	Responsible business conduct	Code de conduite responsable		250
31110	Agricultural policy and administrative management	Politique agricole et gestion administrative		311
31120	Agricultural development	Développement agricole		311
31130	Agricultural land resources	Ressources en terres cultivables		311
31140	Agricultural water resources	Ressources en eau à usage agricole		311
31150	Agricultural inputs	Produits à usage agricole		311
31161	Food crop production	Production agricole		311
31162	Industrial crops/export crops	Production industrielle de récoltes/récoltes destinées à l'exportation		311
31163	Livestock	Bétail		311
31164	Agrarian reform	Réforme agraire		311
31165	Agricultural alternative development	Développement agricole alternatif		311
31166	Agricultural extension	Vulgarisation agricole		311
31181	Agricultural education/training	Education et formation dans le domaine agricole		311
31182	Agricultural research	Recherche agronomique		311
31191	Agricultural services	Services agricoles		311
31192	Plant and post-harvest protection and pest control	Protection des plantes et des récoltes, lutte antiacridienne		311
31193	Agricultural financial services	Services financiers agricoles		311
31194	Agricultural co-operatives	Coopératives agricoles		311
31195	Livestock/veterinary services	Services vétérinaires (bétail)		311
31210	Forestry policy and administrative management	Politique de la sylviculture et gestion administrative		312
31220	Forestry development	Développement sylvicole		312
31261	Fuelwood/charcoal	Reboisement (bois de chauffage et charbon de bois)		312
31281	Forestry education/training	Education et formation en sylviculture		312
31282	Forestry research	Recherche en sylviculture		312
31291	Forestry services	Services sylvicoles		312
31310	Fishing policy and administrative management	Politique de la pêche et gestion administrative		313
31320	Fishery development	Développement de la pêche		313
31381	Fishery education/training	Education et formation dans le domaine de la pêche		313
31382	Fishery research	Recherche dans le domaine de la pêche		313
31391	Fishery services	Services dans le domaine de la pêche		313
32110	Industrial policy and administrative management	Politique de l'industrie et gestion administrative		321
32120	Industrial development	Développement industriel		321
32130	Small and medium-sized enterprises (SME) development	Développement des Petites et moyennes entreprises (PME)		321
32140	Cottage industries and handicraft	Artisanat		321
32161	Agro-industries	Agro-industries		321
32162	Forest industries	Industries forestières		321
32163	Textiles, leather and substitutes	Industrie textile, cuirs et produits similaires		321
32164	Chemicals	Produits chimiques		321
32165	Fertilizer plants	Production d'engrais chimiques		321
32166	Cement/lime/plaster	Ciment, chaux et plâtre		321
32167	Energy manufacturing (fossil fuels)	Fabrication d'énergie (combustibles fossiles)		321
32168	Pharmaceutical production	Produits pharmaceutiques		321
32169	Basic metal industries	Industrie métallurgique de base		321
32170	Non-ferrous metal industries	Industries des métaux non ferreux		321
32171	Engineering	Construction mécanique et électrique		321
32172	Transport equipment industry	Matériel de transport		321
32173	Modern biofuels manufacturing	Production de biocarburants modernes		321
32174	Clean cooking appliances manufacturing	Production d'appareils de cuisine propres		321
32182	Technological research and development	Recherche et développement technologiques		321
32210	Mineral/mining policy and administrative management	Politique de l'industrie extractive et gestion administrative		322
32220	Mineral prospection and exploration	Prospection et exploration des minerais		322
32261	Coal	Charbon		322
32262	Oil and gas (upstream)	Pétrole et gaz (en amont)		322
32263	Ferrous metals	Métaux ferreux		322
32264	Nonferrous metals	Métaux non ferreux		322
32265	Precious metals/materials	Métaux et minerais précieux		322
32266	Industrial minerals	Minerais industriels		322
32267	Fertilizer minerals	Engrais minéraux		322
32268	Offshore minerals	Ressources des fonds marins		322
32310	Construction policy and administrative management	Politique de la construction et gestion administrative		323
33110	Trade policy and administrative management	Politique commerciale et gestion administrative		331
33120	Trade facilitation	Facilitation du commerce		331
33130	Regional trade agreements (RTAs)	Accords commerciaux régionaux		331
33140	Multilateral trade negotiations	Négociations commerciales multilatérales		331
33150	Trade-related adjustment	Ajustement lié au commerce		331
33181	Trade education/training	Education/formation dans le domaine du commerce		331
33210	Tourism policy and administrative management	Politique du tourisme et gestion administrative		332
41010	Environmental policy and administrative management	Politique de l'environnement et gestion administrative		410
41020	Biosphere protection	Protection de la biosphère		410
41030	Biodiversity	Diversité biologique		410
41040	Site preservation	Protection des sites		410
41050	Flood prevention/control	Prévention et lutte contre les inondations		410	withdrawn
41081	Environmental education/training	Education et formation environnementales		410
41082	Environmental research	Recherche environnementale		410
43010	Multisector aid	Aide plurisectorielle		430
43030	Urban development and management	Développement et gestion urbaine		430
43031	Urban land policy and management	Politique et gestion du territoire urbain		430
43032	Urban development	Développement urbain		430
43040	Rural development	Développement rural		430
43041	Rural land policy and management	Administration de l'aménagement du territoire rural		430
43042	Rural development	Développement rural		430
43050	Non-agricultural alternative development	Développement alternatif non agricole		430
43060	Disaster Risk Reduction	Réduction des risques de catastrophe		430
43071	Food security policy and administrative management	Politique de sécurité alimentaire et gestion administrative		430
43072	Household food security programmes	Programmes de sécurité alimentaire des ménages		430
43073	Food safety and quality	Sécurité et qualité alimentaire		430
43081	Multisector education/training	Education et formation plurisectorielles		430
43082	Research/scientific institutions	Institutions scientifiques et de recherche		430
51010	General budget support-related aid	Aide relative au soutien budgétaire général		510
52010	Food assistance	Assistance alimentaire		520
53030	Import support (capital goods)	Subventions à l'importation (biens d'équipement)		530
53040	Import support (commodities)	Subventions à l'importation (produits)		530
60010	Action relating to debt	Actions se rapportant à la dette		600
60020	Debt forgiveness	Annulation de la dette		600
60030	Relief of multilateral debt	Allégement de la dette multilatérale		600
60040	Rescheduling and refinancing	Rééchelonnement d'échéances et refinancement		600
60061	Debt for development swap	Echange de dette à des fins de développement		600
60062	Other debt swap	Autres échanges de dette		600
60063	Debt buy-back	Rachat de la dette		600
72010	Material relief assistance and services	Assistance matérielle et services d'urgence		720
72011	Basic Health Care Services in Emergencies	Services de soins de santé de base dans les situations d'urgence		720
72012	Education in emergencies	Education dans les situations d'urgence		720
72040	Emergency food assistance	Assistance alimentaire d'urgence		720
72050	Relief co-ordination and support services	Coordination des secours et services de soutien		720
73010	Immediate post-emergency reconstruction and rehabilitation	Reconstruction et réhabilitation immédiate post-urgence		730
74010	Disaster prevention and preparedness	Prévention des catastrophes et préparation à leur survenue		740	withdrawn
74020	Multi-hazard response preparedness	Préparation aux interventions multi-risques		740
91010	Administrative costs (non-sector allocable)	Frais administratifs (non alloués par secteur)		910
92010	Support to national NGOs			920	withdrawn
92020	Support to international NGOs			920	withdrawn
92030	Support to local and regional NGOs			920	withdrawn
93010	Refugees/asylum seekers in donor countries (non-sector allocable)	Refugiés/demandeurs d'asile dans les pays donneurs (non alloués)		930
93011	Refugees/asylum seekers in donor countries - food and shelter	Refugiés/demandeurs d'asile dans les pays donneurs - nourriture et hébergement		930
93012	Refugees/asylum seekers in donor countries - training	Refugiés/demandeurs d'asile dans les pays donneurs - formation		930
93013	Refugees/asylum seekers in donor countries - health	Refugiés/demandeurs d'asile dans les pays donneurs - santé		930
93014	Refugees/asylum seekers in donor countries - other temporary sustenance	Refugiés/demandeurs d'asile dans les pays donneurs - autre entretien temporaire		930
93015	Refugees/asylum seekers in donor countries - voluntary repatriation	Refugiés/demandeurs d'asile dans les pays donneurs - retour volontaire		930
93016	Refugees/asylum seekers in donor countries - transport	Refugiés/demandeurs d'asile dans les pays donneurs - transport		930
93017	Refugees/asylum seekers in donor countries - rescue at sea	Refugiés/demandeurs d'asile dans les pays donneurs - sauvetage en mer		930
93018	Refugees/asylum seekers in donor countries - administrative costs	Refugiés/demandeurs d'asile dans les pays donneurs - coûts administratifs		930
99810	Sectors not specified	Secteur non spécifié		998
99820	Promotion of development awareness (non-sector allocable)	Sensibilisation au développement (non alloués par secteur)		998`;
