namespace ModelExporter.Statistics; static class Placeholder;
