import type { MatrixField } from './mapping';

/**
 * How ministries and partners head the columns of their matrices, in English, French and Spanish, folded (no
 * accents, no punctuation). A longer phrase wins over a shorter one that it contains.
 */
export const columnWords: Partial<Record<MatrixField, readonly string[]>> = {
  id: list(`
    concord id`),
  number: list(`
    n | no | n º | nr | num | numero | n d ordre | numero d ordre | n activite | n action | code | code
    activite | code action | ref | reference n | # | number | action number | activity number | item |
    id | codigo | nro`),
  title: list(`
    activites | activite | actions | action | actions prioritaires | action prioritaire | activites
    prioritaires | activites cles | activites principales | principales activites | intitule | intitule
    de l action | intitule de l activite | libelle | libelle de l activite | interventions |
    intervention | mesures | mesure | taches | activites planifiees | actions a mener | activites a
    mener | recommandations | activity | activities | key activities | priority action | priority
    actions | milestone | milestones | action title | planned activities | measure | measures | task |
    tasks | recommendation | recommendations | actividad | actividades | accion | acciones | accion
    prioritaria | acciones prioritarias | medida | medidas | titulo | title | titre`),
  description: list(`
    description | description de l activite | description de l action | details | detail | sous
    activites | sous activite | modalites de mise en oeuvre | modalites | contenu | sub activities | how
    | descripcion | detalles | modalidades | subactividades`),
  lead: list(`
    responsable | responsables | responsable principal | structure responsable | structures responsables
    | institution responsable | institutions responsables | entite responsable | organe responsable |
    chef de file | lead | lead institution | lead agency | responsible | responsible body | responsible
    institution | responsible party | responsible entity | responsibility | owner | responsabilite |
    porteur | pilote | maitre d oeuvre | institucion responsable | entidad responsable | institucion
    lider | responsable de l activite | responsable de mise en oeuvre | structure de mise en oeuvre |
    implementing agency`),
  supporters: list(`
    partenaires | partenaire | partenaires impliques | partenaires d appui | partenaires techniques et
    financiers | ptf | parties prenantes | structures associees | structures impliquees | acteurs |
    acteurs impliques | autres acteurs | institutions d appui | institutions associees | appui | co
    responsables | institutions impliquees | collaborateurs | partners | partner | supporting
    institutions | supporting partners | stakeholders | other stakeholders | support | supporters |
    collaborating institutions | socios | aliados | partes interesadas | instituciones de apoyo |
    actores | apoyo | instituciones asociadas | other institutions | development partners`),
  orientation: list(`
    orientation | orientations | orientation strategique | orientations strategiques | strategic
    orientation | orientacion | orientacion estrategica | impact | but | goal`),
  axis: list(`
    axe | axes | axe strategique | axes strategiques | axe d intervention | composante | programme |
    domaine strategique | axis | strategic axis | strategic area | priority area | component | pillar |
    eje | eje estrategico | componente | pilar | pilier | piliers | domaine | domaine prioritaire`),
  objective: list(`
    objectif | objectifs | objectif specifique | objectifs specifiques | objectif strategique |
    objectifs strategiques | objectif operationnel | resultat | resultats | resultat attendu | resultats
    attendus | effet | objective | objectives | specific objective | strategic objective | outcome |
    expected result | expected results | objetivo | objetivos | objetivo especifico | objetivo
    estrategico | resultado esperado | resultados esperados`),
  block: list(`
    bloc | blocs | bloc du systeme de sante | pilier du systeme de sante | piliers du systeme de sante |
    block | building block | health system block | bloque | bloque del sistema de salud | health system
    pillar`),
  themes: list(`
    theme | themes | thematique | thematiques | topic | topics | tema | temas`),
  period: list(`
    periode | echeance | echeances | delai | delais | calendrier | chronogramme | calendrier d execution
    | periode d execution | periode de realisation | periode de mise en oeuvre | date | dates | horizon
    | time frame | timeframe | timeline | period | schedule | plazo | plazos | periodo | cronograma |
    calendario | annee | annees | year | years | ano | anos | temps | delai d execution`),
  start: list(`
    debut | date de debut | date debut | demarrage | date de demarrage | start | start date | begin |
    from | inicio | fecha de inicio | fecha inicio`),
  end: list(`
    fin | date de fin | date fin | achevement | date d achevement | date limite | end | end date | due |
    due date | deadline | fecha de fin | fecha fin | fecha limite | termino | target date | date d
    echeance`),
  cost: list(`
    cout | couts | cout estimatif | couts estimatifs | cout estime | budget | budget estimatif | budget
    previsionnel | montant | montants | besoin de financement | cost | costs | estimated cost | amount |
    costo | costos | coste | costo estimado | presupuesto | monto | importe | indicative budget | budget
    indicatif | couts previsionnels`),
  costTotal: list(`
    cout total | couts totaux | total | total general | budget total | montant total | total cost |
    total budget | costo total | presupuesto total | monto total | total amount`),
  currency: list(`
    devise | devises | monnaie | currency | moneda | divisa`),
  fundingSource: list(`
    source de financement | sources de financement | source | sources | financement | bailleur |
    bailleurs | bailleurs de fonds | financeur | financeurs | source du financement | origine du
    financement | funding source | source of funding | sources of funding | source of funds | funder |
    funders | donor | donors | funding | fuente de financiamiento | fuentes de financiamiento | fuente
    de financiacion | fuentes de financiacion | financiador | donante | donantes | financiamiento`),
  fundingSecured: list(`
    montant du financement | funding amount | monto del financiamiento | financement acquis | financements acquis | montant acquis | budget acquis | budget disponible |
    financement disponible | fonds acquis | montant disponible | acquis | disponible | secured | secured
    funding | funding secured | available funding | available budget | committed | committed funding |
    financiamiento asegurado | financiacion asegurada | fondos disponibles | monto asegurado`),
  fundingGap: list(`
    gap | gap a rechercher | gap de financement | gap financier | a rechercher | a mobiliser | montant a
    mobiliser | montant a rechercher | financement a rechercher | financement a mobiliser | reste a
    financer | ecart de financement | deficit | funding gap | financing gap | unfunded | to be mobilised
    | to be mobilized | to mobilise | brecha | brecha de financiamiento | por movilizar | brecha
    financiera`),
  fundingYear: list(`
    annee du financement | annee de financement | exercice du financement | funding year | year of
    funding | ano del financiamiento | ano de financiamiento`),
  certainty: list(`
    statut du financement | situation du financement | etat du financement | certitude | funding status
    | certainty | estado del financiamiento | certeza`),
  indicator: list(`
    indicateur | indicateurs | indicateur de resultat | indicateurs de resultat | indicateurs de
    resultats | indicateur de performance | indicateurs de performance | indicateurs objectivement
    verifiables | iov | indicateurs de suivi | indicator | indicators | kpi | performance indicator |
    expected output | indicador | indicadores | output indicator | livrables | livrable | produit
    attendu | produits attendus | deliverable | deliverables | producto esperado`),
  baseline: list(`
    baseline | reference | valeur de reference | situation de reference | donnee de reference | donnees
    de base | valeur de base | valeur initiale | ligne de base | baseline value | linea de base | linea
    base | valor de referencia | valor inicial`),
  target: list(`
    cible | cibles | valeur cible | target | targets | target value | meta | metas | valor meta`),
  indicatorYear: list(`
    annee cible | annee de la cible | annee de reference | target year | ano meta | echeance de la cible
    | ano de la meta`),
  verification: list(`
    source de verification | sources de verification | moyen de verification | moyens de verification |
    verification | source of verification | means of verification | sources of verification | fuente de
    verificacion | fuentes de verificacion | medio de verificacion | medios de verificacion`),
  extra: list(`
    observations | observation | commentaires | commentaire | remarques | remarque | hypotheses |
    hypotheses risques | risques | notes | note | comments | comment | remarks | assumptions | risks |
    observaciones | comentarios | supuestos | riesgos | statut | status | etat d avancement | niveau de
    realisation | estado | lieu | localisation | zone | zones | region | regions | location | lugar |
    priorite | priority | prioridad | groupe cible | population cible | target group | quantite |
    quantity | cantidad | unite | unit | unidad | cout unitaire | unit cost | costo unitario | frequence
    | frequency`),
};

function list(phrases: string): string[] {
  return phrases.split('|').map((phrase) => phrase.trim().replace(/\s+/g, ' '));
}
