{{- /* The pod of either kind. */}}
{{- define "modelexporter.pod" -}}
metadata:
  labels:
    {{- include "modelexporter.labels" . | nindent 4 }}
    {{- with .Values.podLabels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  annotations:
    # A changed config is a rollout.
    checksum/config: {{ include (print $.Template.BasePath "/configmap.yaml") . | sha256sum }}
    {{- with .Values.podAnnotations }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  serviceAccountName: {{ include "modelexporter.serviceAccountName" . }}
  automountServiceAccountToken: false
  enableServiceLinks: false
  terminationGracePeriodSeconds: {{ .Values.terminationGracePeriodSeconds }}
  securityContext:
    {{- toYaml .Values.podSecurityContext | nindent 4 }}
  containers:
    - name: modelexporter
      image: {{ include "modelexporter.image" . }}
      imagePullPolicy: {{ .Values.image.pullPolicy }}
      args:
        - run
        - --config.file=/etc/modelexporter/modelexporter.yml
        {{- if .Values.webConfig.existingSecret }}
        - --web.config.file=/etc/modelexporter-web/web.yml
        {{- end }}
        {{- with .Values.extraArgs }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      env:
        # The runtime wants to write to /tmp for debuggers otherwise.
        - name: DOTNET_EnableDiagnostics
          value: "0"
        - name: POD_NAME
          valueFrom:
            fieldRef:
              fieldPath: metadata.name
        {{- with .Values.env }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      {{- with .Values.envFrom }}
      envFrom:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      ports:
        - name: model-metrics
          containerPort: 10955
        - name: model-telemetry
          containerPort: 10956
      # A checkpoint is restored before it is ready.
      startupProbe:
        {{- include "modelexporter.probe" (list . "/-/ready") | nindent 8 }}
        periodSeconds: 5
        failureThreshold: 60
      livenessProbe:
        {{- include "modelexporter.probe" (list . "/-/healthy") | nindent 8 }}
        periodSeconds: 30
        timeoutSeconds: 10
        failureThreshold: 5
      readinessProbe:
        {{- include "modelexporter.probe" (list . "/-/ready") | nindent 8 }}
        periodSeconds: 10
        timeoutSeconds: 5
      resources:
        {{- toYaml .Values.resources | nindent 8 }}
      securityContext:
        {{- toYaml .Values.securityContext | nindent 8 }}
      volumeMounts:
        - name: config
          mountPath: /etc/modelexporter
          readOnly: true
        {{- if .Values.webConfig.existingSecret }}
        - name: web-config
          mountPath: /etc/modelexporter-web
          readOnly: true
        {{- end }}
        {{- if eq .Values.kind "StatefulSet" }}
        - name: state
          mountPath: {{ include "modelexporter.statePath" . }}
        {{- end }}
        {{- with .Values.extraVolumeMounts }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
  volumes:
    - name: config
      configMap:
        name: {{ include "modelexporter.fullname" . }}
    {{- with .Values.webConfig.existingSecret }}
    - name: web-config
      secret:
        secretName: {{ . }}
        defaultMode: 0440
    {{- end }}
    {{- with .Values.extraVolumes }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- with .Values.imagePullSecrets }}
  imagePullSecrets:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.affinity }}
  affinity:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.topologySpreadConstraints }}
  topologySpreadConstraints:
    {{- range . }}
    - {{- toYaml (merge (dict) . (dict "labelSelector" (dict "matchLabels" (include "modelexporter.selectorLabels" $ | fromYaml)))) | nindent 6 }}
    {{- end }}
  {{- end }}
  {{- with .Values.priorityClassName }}
  priorityClassName: {{ . }}
  {{- end }}
{{- end }}

{{- define "modelexporter.statePath" -}}
/var/lib/modelexporter
{{- end }}

{{- /* The kubelet cannot log in, so that with a web config it only asks whether somebody listens. */}}
{{- define "modelexporter.probe" -}}
{{- $root := index . 0 }}
{{- if $root.Values.webConfig.existingSecret -}}
tcpSocket:
  port: model-telemetry
{{- else -}}
httpGet:
  path: {{ index . 1 }}
  port: model-telemetry
{{- end }}
{{- end }}
