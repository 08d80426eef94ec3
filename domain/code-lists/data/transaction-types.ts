// Written by npm run code-lists from TransactionType.xml; not to be edited by hand.
// code, en, fr, es, category, withdrawn
export default `1	Incoming Funds	Fonds entrants
2	Outgoing Commitment	Engagement sortant
3	Disbursement	Décaissement
4	Expenditure	Dépenses
5	Interest Payment	Paiements d’intérêts
6	Loan Repayment	Remboursement du prêt
7	Reimbursement	Remboursement
8	Purchase of Equity	Achat d'équité
9	Sale of Equity	Vente d'équité
10	Credit Guarantee	Caution
11	Incoming Commitment	Engagement entrant
12	Outgoing Pledge	Promesse sortante
13	Incoming Pledge	Promesse entrante`;
