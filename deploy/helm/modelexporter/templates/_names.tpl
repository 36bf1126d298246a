{{- define "modelexporter.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- /* Short enough for what is appended to it. */}}
{{- define "modelexporter.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" }}
{{- else if contains (include "modelexporter.name" .) .Release.Name }}
{{- .Release.Name | trunc 40 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name (include "modelexporter.name" .) | trunc 40 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{- /* The rules know exporters by jobs that begin with modelexporter; each release is one. */}}
{{- define "modelexporter.job" -}}
{{- if hasPrefix "modelexporter" (include "modelexporter.fullname" .) }}
{{- include "modelexporter.fullname" . }}
{{- else }}
{{- printf "modelexporter-%s" .Release.Name }}
{{- end }}
{{- end }}

{{- define "modelexporter.selectorLabels" -}}
app.kubernetes.io/name: {{ include "modelexporter.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "modelexporter.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{ include "modelexporter.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "modelexporter.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- default (include "modelexporter.fullname" .) .Values.serviceAccount.name }}
{{- else }}
{{- default "default" .Values.serviceAccount.name }}
{{- end }}
{{- end }}

{{- define "modelexporter.image" -}}
{{- $variant := ternary "" (printf "-%s" .Values.image.variant) (empty .Values.image.variant) }}
{{- printf "%s:%s" .Values.image.repository (default (print .Chart.AppVersion $variant) .Values.image.tag) }}
{{- end }}
