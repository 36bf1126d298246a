/** All ConfigMaps as one resource of other kustomizations. */
export const kustomization = (uids: readonly string[]): string => `# Generated from grafana-dashboards/src; do not edit.
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
${uids.map((uid) => `  - ${uid}.yml\n`).join('')}`;
