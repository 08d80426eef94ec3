/** Activities a page. */
export const activityPageSize = 50;
