// Written by npm run code-lists from FinanceType.xml; not to be edited by hand.
// code, en, fr, es, category, withdrawn
export default `1	GNI: Gross National Income	RNB : Revenu national brut		0
2	ODA % GNI	APD en % du RNB		0
3	Total Flows % GNI	Apports totaux en % du RNB		0
4	Population	Population		0
110	Standard grant	Dons ordinaires		100
111	Subsidies to national private investors	Don hors réorganisation de la dette (y compris quasi-dons)		100	withdrawn
210	Interest subsidy	Bonification d'intérêt		100
211	Interest subsidy to national private exporters	Bonification d’intérêt octroyée aux exportateurs privés nationaux		100	withdrawn
310	Capital subscription on deposit basis	Souscriptions au capital sur la base des dépôt		100
311	Capital subscription on encashment basis	Souscriptions au capital sur la base des encaissements		100
410	Aid loan excluding debt reorganisation	Prêt d’aide hors réorganisation de la dette		400	withdrawn
411	Investment-related loan to developing countries	Prêt lié à un investissement dans les pays en développement		400	withdrawn
412	Loan in a joint venture with the recipient	Prêt dans une coentreprise avec le pays bénéficiaire		400	withdrawn
413	Loan to national private investor	Prêt à un investisseur privé national		400	withdrawn
414	Loan to national private exporter	Prêt à un exportateur privé national		400	withdrawn
421	Standard loan	Prêt ordinaire		420
422	Reimbursable grant	Don remboursable		420
423	Bonds	Obligations		420
424	Asset-backed securities	Titres adossés à des actifs		420
425	Other debt securities	Autres actifs de dette		420
431	Subordinated loan	Prêt subordonné		430
432	Preferred equity	Action privilégiée		430
433	Other hybrid instruments	Autres instruments hybrides		430
451	Non-banks guaranteed export credits	Crédits à l'exportation garantis du secteur non bancaire		450	withdrawn
452	Non-banks non-guaranteed portions of guaranteed export credits	Fraction non garantie des crédits à l'exportation garantis du secteur bancaire		400	withdrawn
453	Bank export credits	Crédits à l'exportation du secteur bancaire		400	withdrawn
510	Common equity	Action ordinaire		500
511	Acquisition of equity not part of joint venture in developing countries	Acquisition de prises de participation en dehors des coentreprises avec les pays en développement		500	withdrawn
512	Other acquisition of equity	Autre acquisition de prises de participation		500	withdrawn
520	Shares in collective investment vehicles	Parts dans des organismes collectifs d'investissement		500
530	Reinvested earnings	Bénéfices réinvestis		500
610	Debt forgiveness: ODA claims (P)	Annulation/conversion de la dette : créance APD (P)		600
611	Debt forgiveness: ODA claims (I)	Annulation/conversion de la dette : créance APD (I)		600
612	Debt forgiveness: OOF claims (P)	Annulation/conversion de la dette : créance AASP (P)		600
613	Debt forgiveness: OOF claims (I)	Annulation/conversion de la dette : créance AASP (I)		600
614	Debt forgiveness: Private claims (P)	Annulation/conversion de la dette : créance du secteur privé (P)		600
615	Debt forgiveness: Private claims (I)	Annulation/conversion de la dette : créance du secteur privé (I)		600
616	Debt forgiveness: OOF claims (DSR)	Annulation/conversion de la dette : créance AASP (DSR)		600
617	Debt forgiveness: Private claims (DSR)	Annulation/conversion de la dette : créance du secteur privé (DSR)		600
618	Debt forgiveness: Other	Annulation/conversion de la dette : autre		600
620	Debt rescheduling: ODA claims (P)	Rééchelonnement de la dette : créance APD (P)		600
621	Debt rescheduling: ODA claims (I)	Rééchelonnement de la dette : créance APD (I)		600
622	Debt rescheduling: OOF claims (P)	Rééchelonnement de la dette : créance AASP (P)		600
623	Debt rescheduling: OOF claims (I)	Rééchelonnement de la dette : créance AASP (I)		600
624	Debt rescheduling: Private claims (P)	Rééchelonnement de la dette : créance du secteur privé (P)		600
625	Debt rescheduling: Private claims (I)	Rééchelonnement de la dette : créance du secteur privé (I)		600
626	Debt rescheduling: OOF claims (DSR)	Rééchelonnement de la dette : créance AASP (RSD)		600
627	Debt rescheduling: Private claims (DSR)	Rééchelonnement de la dette : créance du secteur privé (RSD)		600
630	Debt rescheduling: OOF claim (DSR – original loan principal)	Rééchelonnement de la dette : créance AASP (RSD – principal du prêt d’origine)		600
631	Debt rescheduling: OOF claim (DSR – original loan interest)	Rééchelonnement de la dette : créance AASP (RSD – intérêts du prêt d’origine)		600
632	Debt rescheduling: Private claim (DSR – original loan principal)	Rééchelonnement de la dette : créance du secteur privé (RSD – principal du prêt d’origine)		600
633	Debt forgiveness/conversion: export credit claims (P)	Annulation/conversion de la dette : créance de crédit à l'exportation (P)		600
634	Debt forgiveness/conversion: export credit claims (I)	Annulation/conversion de la dette : créance de crédit à l'exportation (I)		600
635	Debt forgiveness: export credit claims (DSR)	Annulation de la dette : créance de crédit à l'exportation (DSR)		600
636	Debt rescheduling: export credit claims (P)	Rééchelonnement de la dette : créance de crédit à l'exportation (P)		600
637	Debt rescheduling: export credit claims (I)	Rééchelonnement de la dette : créance de crédit à l'exportation (I)		600
638	Debt rescheduling: export credit claims (DSR)	Rééchelonnement de la dette : créance de crédit à l'exportation (DSR)		600
639	Debt rescheduling: export credit claim (DSR – original loan principal)	Rééchelonnement de la dette : créance de crédit à l'exportation (DSR - principal du prêt originel)		600
710	Foreign direct investment, new capital outflow (includes reinvested earnings if separate identification not available)	Investissement direct international		700	withdrawn
711	Other foreign direct investment, including reinvested earnings	Autre investissement direct international , y compris les bénéfices réinvestis		700	withdrawn
712	Foreign direct investment, reinvested earnings			700	withdrawn
810	Bank bonds	Obligations du secteur bancaire		800	withdrawn
811	Non-bank bonds	Obligations du secteur non bancaire		800	withdrawn
910	Other bank securities/claims	Autres titres/créances du secteur bancaire		900	withdrawn
911	Other non-bank securities/claims	Autres titres/créances du secteur non bancaire		900	withdrawn
912	Purchase of securities from issuing agencies	Titres et autres instruments émis par les agences multilatérales		900	withdrawn
913	Securities and other instruments originally issued by multilateral agencies			900	withdrawn
1100	Guarantees/insurance	Garanties/assurances		1000`;
