// The rules for jsonnet users: prometheusAlerts and prometheusRules, as the mixin guide has them.
//
//   (import 'prometheus-rules/mixin.libsonnet') + { _config+:: { runbookURL: 'https://wiki.example.com/runbooks/%s' } }
{
  _config+:: {
    // %s is the name of the alert; the default lies beside the source.
    runbookURL: 'https://github.com/modelexporter/modelexporter/blob/main/docs/runbooks/%s.md',
    // What stands before the path of a dashboard: the address of a Grafana.
    grafanaURL: '',
    // How the scrape jobs of the exporters are found.
    jobSelector: 'job=~"(.*/)?modelexporter.*"',
    // The rules that nobody but dashboards and people read, and that cost most.
    fleetDrift: true,
  },

  local config = self._config,
  local shippedSelector = 'job=~"(.*/)?modelexporter.*"',

  local groups(keep) = [
    group { rules: [rule for rule in group.rules if keep(rule)] }
    for group in (import 'rules.json').groups
    if config.fleetDrift || group.name != 'modelexporter-fleet-drift.rules'
    if std.length([rule for rule in group.rules if keep(rule)]) > 0
  ],

  local configured(rule) = rule {
    expr: std.strReplace(rule.expr, shippedSelector, config.jobSelector),
    annotations+: {
      runbook_url: config.runbookURL % rule.alert,
      dashboard_url: config.grafanaURL + rule.annotations.dashboard_url,
    },
  },

  prometheusRules+:: { groups: groups(function(rule) 'record' in rule) },
  prometheusAlerts+:: {
    groups: [
      group { rules: [configured(rule) for rule in group.rules] }
      for group in groups(function(rule) 'alert' in rule)
    ],
  },
}
