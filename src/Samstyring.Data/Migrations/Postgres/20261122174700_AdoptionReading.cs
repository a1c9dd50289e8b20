using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samstyring.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AdoptionReading : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_solution_parts_Type_Order",
                table: "solution_parts");

            migrationBuilder.DropIndex(
                name: "IX_adoption_records_Municipality_Solution",
                table: "adoption_records");

            migrationBuilder.CreateIndex(
                name: "IX_solutions_DecideBy_Key",
                table: "solutions",
                columns: new[] { "DecideBy", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_solutions_State_EligibleCounties_EligibleFrom_EligibleBelow~",
                table: "solutions",
                columns: new[] { "State", "EligibleCounties", "EligibleFrom", "EligibleBelow", "VisibleTo" });

            migrationBuilder.CreateIndex(
                name: "IX_solution_parts_Type_Solution_Order",
                table: "solution_parts",
                columns: new[] { "Type", "Solution", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_adoption_records_Municipality_Solution_Standing_Step_Claime~",
                table: "adoption_records",
                columns: new[] { "Municipality", "Solution", "Standing", "Step", "ClaimedStep" });

            migrationBuilder.CreateIndex(
                name: "IX_adoption_records_Solution_Standing_Municipality",
                table: "adoption_records",
                columns: new[] { "Solution", "Standing", "Municipality" });

            // Fees were in whole øre; now they are in millionths of a krone.
            migrationBuilder.Sql("""UPDATE network_parts SET "Amount" = "Amount" * 10000 WHERE "Type" = 'network-fee' AND "Amount" IS NOT NULL""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_solutions_DecideBy_Key",
                table: "solutions");

            migrationBuilder.DropIndex(
                name: "IX_solutions_State_EligibleCounties_EligibleFrom_EligibleBelow~",
                table: "solutions");

            migrationBuilder.DropIndex(
                name: "IX_solution_parts_Type_Solution_Order",
                table: "solution_parts");

            migrationBuilder.DropIndex(
                name: "IX_adoption_records_Municipality_Solution_Standing_Step_Claime~",
                table: "adoption_records");

            migrationBuilder.DropIndex(
                name: "IX_adoption_records_Solution_Standing_Municipality",
                table: "adoption_records");

            migrationBuilder.CreateIndex(
                name: "IX_solution_parts_Type_Order",
                table: "solution_parts",
                columns: new[] { "Type", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_adoption_records_Municipality_Solution",
                table: "adoption_records",
                columns: new[] { "Municipality", "Solution" });
        }
    }
}
