// Written by npm run code-lists from SectorCategory.xml; not to be edited by hand.
// code, en, fr, es, category, withdrawn
export default `111	Education, Level Unspecified	Education, Niveau non spécifié
112	Basic Education	Education de Base
113	Secondary Education	Education Secondaire
114	Post-Secondary Education	Education Post Secondaire
121	Health, General	Santé, Général
122	Basic Health	Santé de Base
123	Non-communicable diseases (NCDs)	Maladies non-transmissibles (MNT)
130	Population Policies/Programmes & Reproductive Health	Politique en Matière de Population/Santé&Fertilité
140	Water Supply & Sanitation	Distribution d'Eau et Assainissement
151	Government & Civil Society-general	Gouvernement & Société Civile-général
152	Conflict, Peace & Security	Conflits, Paix et Sécurité
160	Other Social Infrastructure & Services	Infrastructure et Services Sociaux Divers
210	Transport & Storage	Transports et Entreposage
220	Communications	Communications
230	ENERGY GENERATION AND SUPPLY				withdrawn
231	Energy Policy	Politique de l'énergie
232	Energy generation, renewable sources	Production d'électricité, sources renouvelables
233	Energy generation, non-renewable sources	Production d'électricité, sources non renouvelables
234	Hybrid energy plants	Centrales hybrides
235	Nuclear energy plants	Centrales nucléaires
236	Energy distribution	Distribution de l'énergie
240	Banking & Financial Services	Banques et Services Financiers
250	Business & Other Services	Entreprises et Autres Services
311	Agriculture	Agriculture
312	Forestry	Sylviculture
313	Fishing	Pêche
321	Industry	Industries Manufacturières
322	Mineral Resources & Mining	Industries Extractives
323	Construction	Construction
331	Trade Policies & Regulations	Politique Commerciale et Réglementations
332	Tourism	Tourisme
410	General Environment Protection	Protection de l'Environnement Général
430	Other Multisector	Autres Multisecteurs
510	General Budget Support	Soutien Budgétaire
520	Development Food Assistance	Aide Alimentaire Dévelopmentale
530	Other Commodity Assistance	Aide sous forme de Produits, Autre
600	Action Relating to Debt	Actions se Rapportant a la Dette
720	Emergency Response	Intervention d'Urgence
730	Reconstruction Relief & Rehabilitation	Reconstruction & Réhabilitation
740	Disaster Prevention & Preparedness	Prévention catastrophes/Préparation à leur survenue
910	Administrative Costs of Donors	Frais Administratifs des Donneurs
920	SUPPORT TO NON- GOVERNMENTAL ORGANISATIONS (NGOs)				withdrawn
930	Refugees in Donor Countries	Refugiés dans les Pays Donneurs
998	Unallocated / Unspecified	Non Affecté / Non Specifié`;
