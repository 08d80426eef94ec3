// Written by npm run code-lists from FlowType.xml; not to be edited by hand.
// code, en, fr, es, category, withdrawn
export default `10	ODA	APD
20	OOF	AASP			withdrawn
21	Non-export credit OOF	AASP hors crédits-export
22	Officially supported export credits	AASP dont crédits export
30	Private Development Finance	Financement du développement privé
35	Private Market	Apports privés aux conditions du marché			withdrawn
36	Private Foreign Direct Investment	IDE
37	Other Private flows at market terms	Autres apports privés aux conditions du marché
40	Non flow	non apports
50	Other flows	Autres apports`;
