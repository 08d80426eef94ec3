import type { PlanTemplate } from './types';

export const uhcRoadmapEs: PlanTemplate = {
  narrative: [
    {
      heading: 'Análisis de la situación',
      guidance:
        '¿Quién está cubierto, para qué prestaciones y a qué costo para los hogares? Indique los regímenes, las brechas en la ley y en la práctica, y la fuente de cada cifra.',
    },
    {
      heading: 'Visión',
      guidance:
        'En dos o tres frases: ¿cuál será la situación de la población al término de esta hoja de ruta?',
    },
    {
      heading: 'Orientaciones estratégicas',
      guidance:
        'Por qué estas orientaciones, en este orden, y qué deja cada una para más adelante. Sus ejes y objetivos figuran en la tabla de acciones.',
    },
    {
      heading: 'Marco de resultados',
      guidance:
        'Los pocos indicadores que muestran el avance: línea de base, meta, año y fuente de verificación.',
    },
    {
      heading: 'Financiamiento',
      guidance:
        'Cuánto cuesta el plan, qué está asegurado, qué falta movilizar y mediante qué reformas de la recaudación, la mancomunación y la compra.',
    },
    {
      heading: 'Gobernanza y coordinación',
      guidance:
        'Quién dirige, quién decide, a quién se consulta; cómo los ministerios, los interlocutores sociales y los socios para el desarrollo trabajan con este único plan.',
    },
    {
      heading: 'Seguimiento y revisión',
      guidance:
        'Quién informa de qué y con qué frecuencia; cuándo se revisa el plan en conjunto y cómo se modifica.',
    },
  ],
  orientations: [
    {
      title: 'Extender la protección social de la salud a toda la población',
      axes: [
        {
          title: 'Cobertura legal y afiliación',
          objectives: [
            'Adoptar y aplicar el marco jurídico de la cobertura sanitaria universal',
            'Afiliar a los trabajadores de la economía informal y de la agricultura',
            'Cubrir con fondos públicos las cotizaciones de los hogares más pobres',
          ],
        },
        {
          title: 'Prestaciones y protección financiera',
          objectives: [
            'Definir y costear un conjunto de prestaciones garantizado a todos',
            'Reducir los pagos directos por la atención esencial',
          ],
        },
      ],
    },
    {
      title: 'Ofrecer servicios disponibles y de calidad',
      axes: [
        {
          title: 'Atención primaria y referencia',
          objectives: [
            'Acercar los servicios esenciales a cada distrito',
            'Dar atención continua a madres, recién nacidos y niños',
          ],
        },
        {
          title: 'Personal, medicamentos e infraestructura',
          objectives: [
            'Formar, asignar y retener personal de salud donde hace falta',
            'Mantener disponibles los medicamentos e insumos esenciales',
          ],
        },
      ],
    },
    {
      title: 'Financiar la salud de forma sostenible y equitativa',
      axes: [
        {
          title: 'Ingresos y mancomunación',
          objectives: [
            'Aumentar el financiamiento nacional de la salud',
            'Reducir la fragmentación de fondos y regímenes',
          ],
        },
        {
          title: 'Compra estratégica',
          objectives: ['Pagar a los prestadores de manera que se premien la calidad y la equidad'],
        },
      ],
    },
    {
      title: 'Gobernar, informar y rendir cuentas juntos',
      axes: [
        {
          title: 'Gobernanza y diálogo social',
          objectives: [
            'Hacer funcionar un único órgano rector con todas las partes',
            'Separar y auditar la gestión de los fondos',
          ],
        },
        {
          title: 'Información y seguimiento',
          objectives: [
            'Conectar los sistemas de información de salud y de protección social',
            'Revisar los avances juntos cada año y publicarlos',
          ],
        },
      ],
    },
  ],
};
